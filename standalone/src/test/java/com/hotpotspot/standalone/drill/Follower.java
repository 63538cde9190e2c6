package com.hotpotspot.standalone.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.standalone.till.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An analyst who follows the event stream, and after each break goes on where it broke off. */
final class Follower implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(100);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI querySide;
    private final Waiting waiting = Waiting.really();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<LoggedEvent> seen = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();
    private volatile boolean closed;

    Follower(URI querySide) {
        this.querySide = querySide;
        Thread.ofVirtual().name("follower").start(this::run);
    }

    /** Waits for the event at a position, and tells all that came, in the order in which it came. */
    List<LoggedEvent> awaitPosition(long position) {
        await().atMost(LIMIT).until(() -> next() > position);
        synchronized (this) {
            return List.copyOf(seen);
        }
    }

    private synchronized long next() {
        return seen.size();
    }

    /** What a reader should never see: a position that is not the next, an answer that is neither events nor 503. */
    synchronized List<String> surprises() {
        return List.copyOf(surprises);
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }

    private void run() {
        try {
            while (!closed) {
                follow();
                waiting.pause(BEFORE_THE_NEXT_TRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() throws InterruptedException {
        URI from = querySide.resolve("/api/v1/events?follow=true&from=" + next());
        try {
            HttpResponse<InputStream> response =
                    http.send(HttpRequest.newBuilder(from).build(), BodyHandlers.ofInputStream());
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
                if (response.statusCode() != 200 && response.statusCode() != 503) {
                    surprise("the event stream was answered with " + response.statusCode());
                }
                for (String line = lines.readLine();
                        response.statusCode() == 200 && line != null;
                        line = lines.readLine()) {
                    hear(line);
                }
            }
        } catch (IOException e) {
            // A break, as one that follows for days must expect.
        }
    }

    private synchronized void hear(String line) {
        if (line.isBlank()) {
            return;
        }
        JsonNode event = JSON.readTree(line);
        LoggedEvent heard = new LoggedEvent(
                event.path("position").asLong(),
                event.path("stream").asString(),
                event.path("sequence").asLong(),
                event.path("type").asString());
        if (heard.position() != seen.size()) {
            surprise("position %d came where %d was next".formatted(heard.position(), seen.size()));
        }
        seen.add(heard);
    }

    private synchronized void surprise(String what) {
        surprises.add(what);
    }
}
