package com.hotpotspot.standalone.drill;

import com.hotpotspot.client.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks both sides every second how they are, as whoever restarts what does not answer would. */
final class HealthWatch implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(60);

    private final Waiting waiting = Waiting.really();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;

    HealthWatch(List<URI> sides) {
        sides.forEach(side -> watchers.execute(() -> watch(side)));
    }

    private void watch(URI side) {
        HttpRequest request = HttpRequest.newBuilder(side.resolve("/api/v1/health"))
                .timeout(ONE_ANSWER)
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!over) {
                ask(http, request);
                waiting.pause(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                answers.incrementAndGet();
            } else {
                failures.add(String.format(Locale.ROOT, "%s: %d", request.uri(), response.statusCode()));
            }
        } catch (IOException e) {
            failures.add(request.uri() + ": " + e);
        }
    }

    int answers() {
        return answers.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        over = true;
        watchers.shutdownNow();
        watchers.close();
    }
}
