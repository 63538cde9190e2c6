package com.hotpotspot.limits;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections that may be open, in all and from one address. Whoever waits without a request under way makes room
 * for whoever comes: an open connection costs its owner nothing, so that there may always be somebody who opens more of
 * them. It is one from the address that has most, there the one that waits longest, so that whoever has few keeps them
 * while others open many. One that is at work is never closed; where all are, nobody else comes in.
 */
public final class ConnectionBudget {

    private final int inAll;
    private final int perAddress;
    private final LongSupplier nanoTime;
    private final Lock lock = new ReentrantLock();
    private final Map<ClientAddress, Neighbours> neighbours = new HashMap<>();
    private final SequencedSet<Place> waiting = new LinkedHashSet<>();
    private int taken;

    /**
     * @param inAll 1 or more
     * @param perAddress 1 or more
     */
    public ConnectionBudget(int inAll, int perAddress) {
        this(inAll, perAddress, System::nanoTime);
    }

    ConnectionBudget(int inAll, int perAddress, LongSupplier nanoTime) {
        this.inAll = inAll;
        this.perAddress = perAddress;
        this.nanoTime = nanoTime;
    }

    /**
     * A place for a new connection, which waits for its first request; none if everybody is at work.
     *
     * @param close ends the connection; called on whichever thread needs the room or finds it too slow, maybe more than
     *     once, and must not block
     */
    public Optional<Place> enter(ClientAddress address, Runnable close) {
        return enter(address, false, close);
    }

    /** The same for a connection of many, as a trusted proxy's is: it counts in all, and not for its address. */
    public Optional<Place> enterForMany(ClientAddress address, Runnable close) {
        return enter(address, true, close);
    }

    private Optional<Place> enter(ClientAddress address, boolean isOfMany, Runnable close) {
        int most = isOfMany ? Integer.MAX_VALUE : perAddress;
        List<Place> leaving;
        Optional<Place> entered;
        lock.lock();
        try {
            Neighbours own = neighbours.computeIfAbsent(address, ignored -> new Neighbours(isOfMany));
            leaving = room(own, most);
            leaving.forEach(Place::remove);
            if (own.taken < most && taken < inAll) {
                // Whoever left may have been the last of these neighbours.
                neighbours.put(address, own);
                entered = Optional.of(new Place(address, own, close));
            } else {
                if (own.taken == 0) {
                    neighbours.remove(address);
                }
                entered = Optional.empty();
            }
        } finally {
            lock.unlock();
        }
        leaving.forEach(place -> place.close.run());
        return entered;
    }

    /** Who has to leave so that one more can come in, if anybody can. */
    private List<Place> room(Neighbours own, int most) {
        if (own.taken >= most) {
            return first(own.waiting);
        }
        return taken >= inAll ? first(mostCrowded()) : List.of();
    }

    /** The waiting connections from there; of several that are alike those of which one waits longest of all. */
    private SequencedSet<Place> mostCrowded() {
        Neighbours most = null;
        for (Neighbours some : neighbours.values()) {
            if (!some.waiting.isEmpty() && (most == null || some.leavesBefore(most))) {
                most = some;
            }
        }
        return most == null ? waiting : most.waiting;
    }

    private static List<Place> first(SequencedSet<Place> places) {
        return places.isEmpty() ? List.of() : List.of(places.getFirst());
    }

    /** Closes the connections that have waited for so long. */
    public void endThoseWaitingFor(Duration tooLong) {
        long now = nanoTime.getAsLong();
        Collection<Place> leaving;
        lock.lock();
        try {
            leaving = waiting.stream()
                    .takeWhile(place -> now - place.since >= tooLong.toNanos())
                    .toList();
            leaving.forEach(Place::remove);
        } finally {
            lock.unlock();
        }
        leaving.forEach(place -> place.close.run());
    }

    /** How many are open. */
    public int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** The connections from one address. */
    private static final class Neighbours {

        private final SequencedSet<Place> waiting = new LinkedHashSet<>();
        private final boolean areOfMany;
        private int taken;

        Neighbours(boolean areOfMany) {
            this.areOfMany = areOfMany;
        }

        private boolean leavesBefore(Neighbours others) {
            return crowd() == others.crowd()
                    ? waiting.getFirst().since < others.waiting.getFirst().since
                    : crowd() > others.crowd();
        }

        /** Those of a proxy are of as many people. */
        private int crowd() {
            return areOfMany ? 1 : taken;
        }
    }

    /** One connection's. All methods may be called by any thread, and after the end. */
    public final class Place {

        /** The name under which a request may hold the place of its connection. */
        public static final String ATTRIBUTE = Place.class.getName();

        private final ClientAddress address;
        private final Neighbours own;
        private final Runnable close;
        private final Map<Pace, Thread> awaited = new HashMap<>();
        private boolean woken;
        private int requests;
        private long since;
        private @Nullable Duration longestRest;
        private boolean left;

        private Place(ClientAddress address, Neighbours own, Runnable close) {
            this.address = address;
            this.own = own;
            this.close = close;
            own.taken++;
            taken++;
            beginWaiting();
        }

        /** A request is under way, maybe beside others. */
        public void begin() {
            lock.lock();
            try {
                longestRest = null;
                if (requests++ == 0 && !left) {
                    waiting.remove(this);
                    own.waiting.remove(this);
                }
            } finally {
                lock.unlock();
            }
        }

        /** A request that began has ended. */
        public void end() {
            lock.lock();
            try {
                if (--requests == 0 && !left) {
                    beginWaiting();
                }
            } finally {
                lock.unlock();
            }
        }

        /**
         * A request ends before all of its body was read: the connection is closed if so long after the end the rest is
         * not there and no other has begun. What comes of a body that nobody waits for is no sign of life.
         */
        public void leavesRest(Duration longest) {
            lock.lock();
            try {
                longestRest = longest;
            } finally {
                lock.unlock();
            }
        }

        /** Nothing of an earlier request is still to come. */
        public void hasNoRest() {
            lock.lock();
            try {
                longestRest = null;
            } finally {
                lock.unlock();
            }
        }

        /** The calling thread waits for more of a body, until {@link #awaitsNoMore}. */
        public void awaits(Pace body) {
            body.waitsSince(nanoTime.getAsLong());
            synchronized (awaited) {
                awaited.put(body, Thread.currentThread());
            }
        }

        /** It came, or it never will. The thread is as if nobody had woken it. */
        public void awaitsNoMore(Pace body) {
            synchronized (awaited) {
                awaited.remove(body);
                if (woken) {
                    Thread.interrupted();
                }
            }
        }

        /**
         * Wakes whoever waits for a body on a connection that was closed: a server may not tell them, and they would
         * hold what belongs to their request for as long as silence may last.
         */
        public void wake() {
            synchronized (awaited) {
                woken = true;
                awaited.values().forEach(Thread::interrupt);
            }
        }

        /**
         * Closes the connection if a body on it is waited for that is too slow, though bytes may come all the while:
         * such as end no wait, in a trailer of HTTP/1.1 or beside the size of a chunk, or the rest of a body whose
         * request has ended.
         */
        public void endIfTooSlow() {
            long now = nanoTime.getAsLong();
            boolean lost;
            synchronized (awaited) {
                lost = awaited.keySet().stream().anyMatch(body -> body.isLost(now));
            }
            if (lost || restTakesTooLong(now)) {
                close.run();
            }
        }

        private boolean restTakesTooLong(long now) {
            lock.lock();
            try {
                return longestRest != null && requests == 0 && now - since >= longestRest.toNanos();
            } finally {
                lock.unlock();
            }
        }

        /** The connection is closed. */
        public void leave() {
            lock.lock();
            try {
                remove();
            } finally {
                lock.unlock();
            }
        }

        private void beginWaiting() {
            since = nanoTime.getAsLong();
            waiting.add(this);
            own.waiting.add(this);
        }

        private void remove() {
            if (left) {
                return;
            }
            left = true;
            waiting.remove(this);
            own.waiting.remove(this);
            taken--;
            own.taken--;
            if (own.taken == 0) {
                neighbours.remove(address);
            }
        }
    }
}
