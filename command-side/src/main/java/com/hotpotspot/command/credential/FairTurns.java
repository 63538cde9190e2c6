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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets a few do at the same time what is dear, and those who wait in turn, one of each: who sends many at once waits
 * behind themselves and not before others. Those who come from one place are in turn there, under whatever names, and
 * the places are in turn. Not many may wait; where there is no room left, the place that has most of it loses some, and
 * where all have as little, one that nobody knows to one that is known.
 *
 * @param <K> who asks
 */
final class FairTurns<K> {

    private final int mostWaiting;
    private final Duration patience;
    private final Function<K, ?> placeOf;
    private final Predicate<K> isKnown;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<Object, Line> waiting = new LinkedHashMap<>();
    private int free;
    private int inLine;

    /**
     * @param patience after which somebody who still waits is sent away
     * @param placeOf where somebody asks from, which is harder to multiply than names are
     * @param isKnown whether somebody asks from where others were right before
     */
    FairTurns(int atOnce, int mostWaiting, Duration patience, Function<K, ?> placeOf, Predicate<K> isKnown) {
        this.free = atOnce;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
        this.placeOf = placeOf;
        this.isKnown = isKnown;
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
        Object place = placeOf.apply(who);
        boolean known = isKnown.test(who);
        lock.lock();
        try {
            if (free > 0) {
                free--;
                return CompletableFuture.completedFuture(true);
            }
            Line line = waiting.get(place);
            if (inLine >= mostWaiting && !makeRoomFor(line == null ? 1 : line.length + 1, known)) {
                return CompletableFuture.completedFuture(false);
            }
            CompletableFuture<Boolean> turn = new CompletableFuture<>();
            waiting.computeIfAbsent(place, any -> new Line()).add(who, turn, known);
            inLine++;
            return turn;
        } finally {
            lock.unlock();
        }
    }

    /** @param places how many places the newcomer's would have; one that has more gives one up */
    private boolean makeRoomFor(int places, boolean known) {
        return waiting.entrySet().stream()
                .filter(line -> line.getValue().length > places || (known && !line.getValue().known))
                .max(Comparator.comparingInt(line -> line.getValue().length))
                .map(line -> {
                    CompletableFuture<Boolean> last = line.getValue().removeLast();
                    if (line.getValue().length == 0) {
                        waiting.remove(line.getKey());
                    }
                    inLine--;
                    return last.complete(false);
                })
                .orElse(false);
    }

    /** @return false if it is too late: the turn has come, or was given up for another */
    private boolean leave(K who, CompletableFuture<Boolean> turn) {
        Object place = placeOf.apply(who);
        lock.lock();
        try {
            Line line = waiting.get(place);
            if (line == null || !line.remove(who, turn)) {
                return false;
            }
            inLine--;
            if (line.length == 0) {
                waiting.remove(place);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void pass() {
        lock.lock();
        try {
            Map.Entry<Object, Line> first = waiting.pollFirstEntry();
            if (first == null) {
                free++;
                return;
            }
            CompletableFuture<Boolean> next = first.getValue().removeFirst();
            if (first.getValue().length > 0) {
                waiting.put(first.getKey(), first.getValue());
            }
            inLine--;
            next.complete(true);
        } finally {
            lock.unlock();
        }
    }

    /** Those who wait from one place, in turn by their names. Never empty while it is in the map. */
    private final class Line {

        private final SequencedMap<K, Deque<CompletableFuture<Boolean>>> turns = new LinkedHashMap<>();
        private int length;
        private boolean known;

        void add(K who, CompletableFuture<Boolean> turn, boolean isKnown) {
            turns.computeIfAbsent(who, any -> new ArrayDeque<>()).addLast(turn);
            known |= isKnown;
            length++;
        }

        CompletableFuture<Boolean> removeFirst() {
            Map.Entry<K, Deque<CompletableFuture<Boolean>>> first = turns.pollFirstEntry();
            CompletableFuture<Boolean> turn = first.getValue().removeFirst();
            if (!first.getValue().isEmpty()) {
                turns.put(first.getKey(), first.getValue());
            }
            length--;
            return turn;
        }

        /** The last of whoever has most, there the one who came last. */
        CompletableFuture<Boolean> removeLast() {
            Map.Entry<K, Deque<CompletableFuture<Boolean>>> most = turns.entrySet().stream()
                    .reduce((one, other) ->
                            one.getValue().size() > other.getValue().size() ? one : other)
                    .orElseThrow();
            CompletableFuture<Boolean> turn = most.getValue().removeLast();
            forgetIfEmpty(most.getKey());
            length--;
            return turn;
        }

        boolean remove(K who, CompletableFuture<Boolean> turn) {
            Deque<CompletableFuture<Boolean>> own = turns.get(who);
            boolean removed = own != null && own.removeIf(each -> each == turn);
            if (removed) {
                forgetIfEmpty(who);
                length--;
            }
            return removed;
        }

        private void forgetIfEmpty(K who) {
            turns.computeIfPresent(who, (key, own) -> own.isEmpty() ? null : own);
        }
    }
}
