package com.hotpotspot.eventlog;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for Axon Server's answers and says in the log's own terms what went wrong. */
final class AxonServerAnswers {

    /** Begins the message of a gRPC status that refuses a sequence number. */
    private static final String SEQUENCE_TAKEN = "AXONIQ-2000";

    private AxonServerAnswers() {}

    static <T> T of(String purpose, Duration limit, Supplier<CompletableFuture<T>> question) {
        return of(purpose, List.of(), limit, question);
    }

    /** @param appended what is being appended, to tell which of it was refused */
    static <T> T of(String purpose, List<NewEvent> appended, Duration limit, Supplier<CompletableFuture<T>> question) {
        try {
            return question.get().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(purpose, appended, e.getCause());
        } catch (TimeoutException e) {
            throw new EventLogUnavailableException("could not %s in time".formatted(purpose), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailableException("interrupted while waiting to " + purpose, e);
        }
    }

    /** Gets a connection or a channel of it, which fails at once when there is no server. */
    static <T> T connected(Supplier<T> connection) {
        try {
            return connection.get();
        } catch (RuntimeException e) {
            throw failure("connect to the log", List.of(), e);
        }
    }

    static RuntimeException failure(String purpose, List<NewEvent> appended, @Nullable Throwable cause) {
        if (cause instanceof EventLogUnavailableException known) {
            return known;
        }
        if (cause != null && !appended.isEmpty() && refusesSequence(cause)) {
            String message = String.valueOf(cause.getMessage());
            NewEvent refused = appended.stream()
                    .filter(event -> message.contains(" " + event.stream() + ","))
                    .findFirst()
                    .orElseGet(appended::getFirst);
            return new SequenceTakenException(refused.stream(), refused.sequence());
        }
        return new EventLogUnavailableException("could not " + purpose, cause);
    }

    static boolean isUnreachable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException
                    || cause instanceof StreamClosedException
                    || cause instanceof AxonServerException) {
                return true;
            }
        }
        return false;
    }

    private static boolean refusesSequence(Throwable cause) {
        return Status.fromThrowable(cause).getCode() == Status.Code.OUT_OF_RANGE
                || String.valueOf(cause.getMessage()).contains(SEQUENCE_TAKEN);
    }
}
