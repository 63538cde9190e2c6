package com.hotpotspot.standalone.drill;

import static org.awaitility.Awaitility.await;

import com.hotpotspot.client.BearerTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who looks at the figures all the time. They may be gone for a while; they never go back, and never err. */
final class Onlooker extends Reader {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AtomicInteger looks = new AtomicInteger();
    private volatile LogAudit.Totals last = new LogAudit.Totals(0, 0, 0, -1);

    Onlooker(URI querySide, BearerTokens tokens) {
        super(querySide, tokens, BETWEEN_LOOKS);
    }

    /** Waits until figures are shown again. */
    void awaitALook() {
        int before = looks.get();
        await().atMost(LIMIT).until(() -> looks.get() > before);
    }

    /** Waits until the figures have come as far as the log, and tells them. */
    LogAudit.Totals awaitPosition(long position) {
        await().atMost(LIMIT).until(() -> last.position() >= position);
        return last;
    }

    @Override
    void ask() throws IOException, InterruptedException {
        HttpResponse<String> response = get("/api/v1/network/stats", BodyHandlers.ofString());
        if (response.statusCode() == 200) {
            take(JSON.readTree(response.body()).path("data"));
        }
    }

    private void take(JsonNode data) {
        LogAudit.Totals totals = new LogAudit.Totals(
                data.path("sales").asLong(-1),
                data.path("revenueTetri").asLong(-1),
                data.path("mintedUnits").asLong(-1),
                data.path("position").asLong(-2));
        if (totals.position() < last.position()) {
            surprise("the figures went back from %s to %s".formatted(last, totals));
        }
        last = totals;
        looks.incrementAndGet();
    }
}
