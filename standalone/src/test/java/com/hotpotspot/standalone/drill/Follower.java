package com.hotpotspot.standalone.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.client.BearerTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An analyst who follows the event stream, and after each break goes on where it broke off. */
final class Follower extends Reader {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(100);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<LoggedEvent> seen = new ArrayList<>();

    Follower(URI querySide, BearerTokens tokens) {
        super(querySide, tokens, BEFORE_THE_NEXT_TRY);
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

    @Override
    void ask() throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                get("/api/v1/events?follow=true&from=" + next(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            for (String line = lines.readLine();
                    response.statusCode() == 200 && line != null;
                    line = lines.readLine()) {
                hear(line);
            }
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
            surprise(String.format(Locale.ROOT, "position %d came where %d was next", heard.position(), seen.size()));
        }
        seen.add(heard);
    }
}
