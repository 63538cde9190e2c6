package com.hotpotspot.standalone.drill;

import static org.awaitility.Awaitility.await;

import com.hotpotspot.standalone.till.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who looks at the figures all the time. They may be gone for a while; they never go back, and never err. */
final class Onlooker implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI querySide;
    private final Waiting waiting = Waiting.really();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile LogAudit.Totals last = new LogAudit.Totals(0, 0, 0, -1);
    private volatile boolean closed;

    Onlooker(URI querySide) {
        this.querySide = querySide;
        Thread.ofVirtual().name("onlooker").start(this::run);
    }

    List<String> surprises() {
        return List.copyOf(surprises);
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
    public void close() {
        closed = true;
        http.shutdownNow();
    }

    private void run() {
        try {
            while (!closed) {
                look();
                waiting.pause(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(querySide.resolve("/api/v1/network/stats"))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                take(JSON.readTree(response.body()).path("data"));
            } else if (response.statusCode() != 503) {
                surprises.add(
                        "the figures were answered with %d: %s".formatted(response.statusCode(), response.body()));
            }
        } catch (IOException e) {
            // Nobody there, as while the process is being started again.
        }
    }

    private void take(JsonNode data) {
        LogAudit.Totals totals = new LogAudit.Totals(
                data.path("sales").asLong(-1),
                data.path("revenueTetri").asLong(-1),
                data.path("mintedUnits").asLong(-1),
                data.path("position").asLong(-2));
        if (totals.position() < last.position()) {
            surprises.add("the figures went back from %s to %s".formatted(last, totals));
        }
        last = totals;
        looks.incrementAndGet();
    }
}
