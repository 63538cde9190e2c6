package com.hotpotspot.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One server of the system: sends requests to it, and sends them again while it is gone or asks to wait. */
final class HttpDoor implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration KNOCKING = Duration.ofSeconds(2);
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);

    private final String name;
    private final URI base;
    private final Patience patience;
    private final Waiting waiting;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** @param name what to call this server in messages, for example {@code command side} */
    HttpDoor(String name, URI base, Patience patience, Waiting waiting) {
        this.name = name;
        this.base = base;
        this.patience = patience;
        this.waiting = waiting;
    }

    /** @throws DoorClosedException if nobody answers, whatever the answer; where nobody is, that takes two seconds */
    static void knock(String name, URI base, Waiting waiting) {
        try (HttpDoor door = new HttpDoor(name, base, Patience.of(KNOCKING), waiting)) {
            HttpRequest health = door.request("/api/v1/health").GET().build();
            door.insist(
                    failure -> "No %s at %s (%s): start it with ./hotpotspot or ./mvnw -Prun"
                            .formatted(name, base, failure),
                    () -> door.send(health, HttpResponse.BodyHandlers.discarding(), CONNECT_TIMEOUT));
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    /**
     * Sends a request until it is answered.
     *
     * @param within how long one attempt may take, body included
     * @param check whether the answer is whole; what it throws as {@link IOException} counts as a lost connection
     * @return an answer that does not ask to try again
     * @throws DoorClosedException when patience is at its end
     */
    <T> HttpResponse<T> exchange(
            HttpRequest request, BodyHandler<T> handler, Duration within, Check<HttpResponse<T>> check) {
        return insist(this::gaveUp, () -> {
            HttpResponse<T> response = send(request, handler, within);
            if (TRY_AGAIN.contains(response.statusCode())) {
                throw new AskedToWaitException(response);
            }
            check.accept(response);
            return response;
        });
    }

    /** The JSON of a body, or an empty object if it is none. */
    static JsonNode json(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? json : JSON.createObjectNode();
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    UnexpectedAnswerException unexpected(Problem problem) {
        return new UnexpectedAnswerException(says(String.format(
                Locale.ROOT, "answered with status %d (%s): %s", problem.status(), problem.code(), problem.reason())));
    }

    /** A sentence about this server, for the operator. */
    String says(String what) {
        return "The %s at %s %s".formatted(name, base, what);
    }

    @Override
    public void close() {
        client.close();
    }

    private String gaveUp(String failure) {
        return String.format(
                Locale.ROOT,
                "The %s at %s has not answered for %d s (%s); gave up. It is safe to run the same again.",
                name,
                base,
                patience.limit().toSeconds(),
                failure);
    }

    private <T> T insist(Complaint complaint, Attempt<T> attempt) {
        int failures = 0;
        long firstFailure = 0;
        while (true) {
            try {
                return attempt.make();
            } catch (IOException e) {
                failures++;
                firstFailure = failures == 1 ? waiting.nanoTime() : firstFailure;
                Duration spent = Duration.ofNanos(waiting.nanoTime() - firstFailure);
                Duration pause = patience.pauseAfter(failures, spent, askedFor(e));
                if (pause.isZero()) {
                    throw new DoorClosedException(complaint.about(describe(e)), e);
                }
                pause(pause);
            }
        }
    }

    private void pause(Duration pause) {
        try {
            waiting.pause(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Like the client's own {@code send}, but its time limit holds for the body, too. */
    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, Duration within) throws IOException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException lost) {
                throw lost;
            }
            throw new UnexpectedAnswerException(
                    "A request to the %s at %s failed: %s".formatted(name, base, e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException(String.format(Locale.ROOT, "no complete answer within %d s", within.toSeconds()), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            answer.cancel(true);
        }
    }

    DoorClosedException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new DoorClosedException("Interrupted while waiting for the %s at %s".formatted(name, base), e);
    }

    private static Duration askedFor(IOException failure) {
        return failure instanceof AskedToWaitException asked ? asked.duration() : Duration.ZERO;
    }

    private static String describe(IOException failure) {
        if (failure instanceof ConnectException) {
            return "connection refused";
        }
        @Nullable String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    interface Check<T> {
        void accept(T answer) throws IOException;
    }

    private interface Attempt<T> {
        T make() throws IOException;
    }

    private interface Complaint {
        String about(String failure);
    }
}
