package com.hotpotspot.query.testing;

import org.springframework.test.web.reactive.server.WebTestClient;

/** What doors answer with. */
public final class Documents {

    private Documents() {}

    /** That a door answers with a document that says at least this. */
    public static void assertThatJson(WebTestClient client, String path, String data) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"success\": true, \"error\": null, \"data\": " + data + "}");
    }
}
