package com.hotpotspot.limits;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question that everybody may ask and that costs something. It is asked once at a time: those who come meanwhile
 * wait, and share the next answer. So nobody gets an answer that is older than their asking, and however many ask, they
 * take up no more than one of them would. A question that is not answered in time is given up: the next is asked beside
 * it, and nobody waits for longer than they are patient, nor do more wait than a small heap holds: whoever goes away
 * waits on.
 */
public final class AskedTogether<T extends @Nullable Object> {

    private static final int MOST_WAITING = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<T> question;
    private final Duration patience;
    private @Nullable Round<T> underWay;
    private @Nullable Round<T> next;
    private int waiting;

    /** @param question is asked on a thread of its own; somebody waits for its answer for 5 seconds at most */
    public AskedTogether(Supplier<T> question) {
        this(PATIENCE, question);
    }

    /** @param patience how long anybody waits; after half of it a question is given up */
    AskedTogether(Duration patience, Supplier<T> question) {
        this.patience = patience;
        this.question = question;
    }

    /**
     * The answer to a question that was begun after the call; throws what the question throws.
     *
     * @throws TooMuchUnderWayException if it is not answered in time, or too many wait
     */
    public T ask() {
        Round<T> mine = join();
        try {
            try {
                return mine.answer.get(patience.toNanos() / 2, TimeUnit.NANOSECONDS);
            } catch (TimeoutException mayBeBehindOneThatIsStuck) {
                beginIfPossible();
                return mine.answer.get(patience.toNanos() / 2, TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException inVain) {
            throw TooMuchUnderWayException.ofAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooMuchUnderWayException.ofAll();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the question failed", e.getCause());
        } finally {
            leave();
        }
    }

    private synchronized Round<T> join() {
        if (waiting >= MOST_WAITING) {
            throw TooMuchUnderWayException.ofAll();
        }
        waiting++;
        Round<T> mine = next == null ? new Round<>() : next;
        next = mine;
        beginIfPossible();
        return mine;
    }

    private synchronized void leave() {
        waiting--;
    }

    private synchronized void beginIfPossible() {
        Round<T> begun = next;
        if (begun != null && (underWay == null || underWay.isOlderThan(patience.toNanos() / 2))) {
            next = null;
            underWay = begun;
            begun.since = System.nanoTime();
            Thread.startVirtualThread(() -> answer(begun));
        }
    }

    private void answer(Round<T> round) {
        try {
            round.answer.complete(question.get());
        } catch (RuntimeException | Error e) {
            round.answer.completeExceptionally(e);
        } finally {
            end(round);
        }
    }

    private synchronized void end(Round<T> round) {
        if (underWay == round) {
            underWay = null;
            beginIfPossible();
        }
    }

    private static final class Round<T extends @Nullable Object> {

        final CompletableFuture<T> answer = new CompletableFuture<>();
        long since;

        boolean isOlderThan(long nanos) {
            return System.nanoTime() - since > nanos;
        }
    }
}
