package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One caller's events and the answer it waits for. */
final class AppendRequest {

    private final List<NewEvent> events;
    private final long since = System.nanoTime();
    private final CompletableFuture<Appended> answer = new CompletableFuture<>();

    AppendRequest(List<NewEvent> events) {
        this.events = events;
    }

    List<NewEvent> events() {
        return events;
    }

    /** When it was made, on the clock of {@link System#nanoTime()}. */
    long since() {
        return since;
    }

    /** Adds its streams to {@code taken}, unless one of them is there already. */
    boolean claim(Set<StreamId> taken) {
        for (NewEvent event : events) {
            if (taken.contains(event.stream())) {
                return false;
            }
        }
        for (NewEvent event : events) {
            taken.add(event.stream());
        }
        return true;
    }

    void succeed(Appended appended) {
        answer.complete(appended);
    }

    void fail(RuntimeException failure) {
        answer.completeExceptionally(failure);
    }

    /** Waits for the answer, which comes in any case: whoever takes a request on answers it within the limits. */
    Appended await() {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SequenceTakenException taken) {
                throw taken;
            }
            if (e.getCause() instanceof LogCutShortException cutShort) {
                throw cutShort;
            }
            throw new EventLogUnavailableException("could not append to the log", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailableException("interrupted while waiting for the log", e);
        }
    }
}
