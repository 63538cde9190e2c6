package com.hotpotspot.standalone.drill;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who asks the query side again and again, whatever becomes of it, and notes what nobody should see. */
abstract class Reader implements AutoCloseable {

    private static final int NOT_NOW = 503;

    private final URI querySide;
    private final BearerTokens tokens;
    private final Duration between;
    private final Waiting waiting = Waiting.really();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** @param between how long to pause before asking again */
    Reader(URI querySide, BearerTokens tokens, Duration between) {
        this.querySide = querySide;
        this.tokens = tokens;
        this.between = between;
    }

    /** Asks once; what is thrown as {@link IOException} is a break, as everybody must expect. */
    abstract void ask() throws IOException, InterruptedException;

    final void begin() {
        Thread.ofVirtual().name(getClass().getSimpleName()).start(this::askOnAndOn);
    }

    final <T> HttpResponse<T> get(String path, BodyHandler<T> handler) throws IOException, InterruptedException {
        HttpResponse<T> response = http.send(
                HttpRequest.newBuilder(querySide.resolve(path))
                        .header("Authorization", tokens.current().authorization())
                        .build(),
                handler);
        if (response.statusCode() != 200 && response.statusCode() != NOT_NOW) {
            surprise(String.format(Locale.ROOT, "%s was answered with %d", path, response.statusCode()));
        }
        return response;
    }

    final void surprise(String what) {
        surprises.add(what);
    }

    final List<String> surprises() {
        return List.copyOf(surprises);
    }

    @Override
    public final void close() {
        closed = true;
        http.shutdownNow();
    }

    private void askOnAndOn() {
        try {
            while (!closed) {
                askOrBreakOff();
                waiting.pause(between);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askOrBreakOff() throws InterruptedException {
        try {
            ask();
        } catch (IOException e) {
            // Nobody there, or not any more.
        } catch (RuntimeException e) {
            surprise(e.toString());
        }
    }
}
