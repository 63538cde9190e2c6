package com.hotpotspot.query.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Reads pages of a side as HTML. */
public record PageReader(RunningQuerySide side) {

    /** A page that the administrator opens. */
    public String html(String path) {
        return html(side.client(), path);
    }

    /** The same in one of the languages, with the status that it is to be answered with. */
    public String inLanguage(String path, String language, int status) {
        return body(side.client()
                .get()
                .uri(path)
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    /** A page that whoever this is may open. */
    public static String html(WebTestClient client, String path) {
        return html(client, path, 200);
    }

    /** The same with the status that it is to be answered with. */
    public static String html(WebTestClient client, String path, int status) {
        return body(client.get()
                .uri(uri -> URI.create(uri.build() + path))
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    /** What somebody types, as a part of an address. */
    public static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    /** The text of an answer that has one. */
    public static String body(WebTestClient.ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
