package com.hotpotspot.query.saledesk;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The search for sales, as a program sends it. */
final class SalesSearch {

    static final String DOOR = "/api/v1/sales";

    private SalesSearch() {}

    /** The ids of what is found. */
    static List<String> found(WebTestClient client, String query) {
        return ids(answer(client, query == null ? "" : query));
    }

    static Map<String, Object> answer(WebTestClient client, String query) {
        byte[] body = client.get()
                .uri(DOOR + '?' + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonPath.read(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8), "$.data");
    }

    /** Of an answer, as the receipts name them. */
    static List<String> ids(Map<String, Object> answer) {
        return JsonPath.<List<Map<String, Object>>>read(answer, "$.sales").stream()
                .map(sale -> sale.get("nodeId") + ":" + sale.get("saleNumber"))
                .toList();
    }
}
