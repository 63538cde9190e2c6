package com.hotpotspot.query.saledesk;

import com.hotpotspot.query.testing.RunningQuerySide;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Reads pages of a side as HTML. */
record PageReader(RunningQuerySide side) {

    String inLanguage(String path, String language, int status) {
        return body(side.client()
                .get()
                .uri(path)
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    String html(String path) {
        return html(side.client(), path, 200);
    }

    static String html(WebTestClient client, String path, int status) {
        return body(client.get()
                .uri(uri -> URI.create(uri.build() + path))
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    static String body(WebTestClient.ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
