package com.hotpotspot.command.credential;

import com.hotpotspot.access.TooManyRequestsException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets a few do at the same time what is dear, and those who wait in turn, one of each: who sends many at once waits
 * behind themselves and not before others. Not many may wait; where there is no place left, whoever has most of them
 * loses one.
 *
 * @param <K> who asks
 */
final class FairTurns<K> {

    private final int mostWaiting;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<K, Deque<CompletableFuture<Boolean>>> waiting = new LinkedHashMap<>();
    private int free;
    private int inLine;

    /** @param patience after which somebody who still waits is sent away */
    FairTurns(int atOnce, int mostWaiting, Duration patience) {
        this.free = atOnce;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    /** @throws TooManyRequestsException if the turn of {@code who} does not come soon */
    <T> T take(K who, Supplier<T> work) {
        if (!comes(who)) {
            throw new TooManyRequestsException(patience);
        }
        try {
            return work.get();
        } finally {
            pass();
        }
    }

    /** How many wait. */
    int inLine() {
        lock.lock();
        try {
            return inLine;
        } finally {
            lock.unlock();
        }
    }

    private boolean comes(K who) {
        CompletableFuture<Boolean> turn = standInLine(who);
        try {
            return turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return !leave(who, turn) && turn.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!leave(who, turn) && turn.join()) {
                pass();
            }
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn comes or does not come", e);
        }
    }

    private CompletableFuture<Boolean> standInLine(K who) {
        lock.lock();
        try {
            if (free > 0) {
                free--;
                return CompletableFuture.completedFuture(true);
            }
            Deque<CompletableFuture<Boolean>> own = waiting.getOrDefault(who, new ArrayDeque<>());
            if (inLine >= mostWaiting && !makeRoomFor(own.size() + 1)) {
                return CompletableFuture.completedFuture(false);
            }
            CompletableFuture<Boolean> turn = new CompletableFuture<>();
            own.addLast(turn);
            waiting.putIfAbsent(who, own);
            inLine++;
            return turn;
        } finally {
            lock.unlock();
        }
    }

    /** @param places how many places the newcomer would have; somebody who has more gives one up */
    private boolean makeRoomFor(int places) {
        return waiting.values().stream()
                .max(Comparator.comparingInt(Deque::size))
                .filter(longest -> longest.size() > places)
                .map(Deque::pollLast)
                .map(last -> {
                    inLine--;
                    return last.complete(false);
                })
                .orElse(false);
    }

    /** @return false if it is too late: the turn has come, or was given up for another */
    private boolean leave(K who, CompletableFuture<Boolean> turn) {
        lock.lock();
        try {
            Deque<CompletableFuture<Boolean>> own = waiting.get(who);
            boolean left = own != null && own.removeIf(each -> each == turn);
            if (left) {
                inLine--;
            }
            if (own != null && own.isEmpty()) {
                waiting.remove(who);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    private void pass() {
        lock.lock();
        try {
            Map.Entry<K, Deque<CompletableFuture<Boolean>>> first = waiting.pollFirstEntry();
            if (first == null) {
                free++;
                return;
            }
            CompletableFuture<Boolean> next = first.getValue().removeFirst();
            if (!first.getValue().isEmpty()) {
                waiting.put(first.getKey(), first.getValue());
            }
            inLine--;
            next.complete(true);
        } finally {
            lock.unlock();
        }
    }
}
