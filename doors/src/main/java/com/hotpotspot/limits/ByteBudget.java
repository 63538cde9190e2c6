package com.hotpotspot.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that may be in memory of what was sent and is not yet answered, in all and of one sender.
 *
 * @param <K> who sends
 */
public final class ByteBudget<K> {

    private final long inAll;
    private final long perSender;
    private final AtomicLong taken = new AtomicLong();
    private final ConcurrentMap<K, Long> bySender = new ConcurrentHashMap<>();

    /**
     * @param inAll in bytes
     * @param perSender in bytes
     */
    public ByteBudget(long inAll, long perSender) {
        this.inAll = inAll;
        this.perSender = perSender;
    }

    /** A share of nothing yet, to be closed by whoever asks for it. */
    public Share open(K sender) {
        return new Share(sender);
    }

    /** How many bytes are taken, by everybody. */
    public long taken() {
        return taken.get();
    }

    private boolean add(K sender, long bytes) {
        if (taken.addAndGet(bytes) > inAll) {
            taken.addAndGet(-bytes);
            return false;
        }
        long own = bySender.merge(sender, bytes, Long::sum);
        if (own > perSender) {
            subtract(sender, bytes);
            return false;
        }
        return true;
    }

    private void subtract(K sender, long bytes) {
        bySender.computeIfPresent(sender, (ignored, own) -> own == bytes ? null : own - bytes);
        taken.addAndGet(-bytes);
    }

    /** What one request has taken. Used by one thread at a time. */
    public final class Share implements AutoCloseable {

        private final K sender;
        private long bytes;

        private Share(K sender) {
            this.sender = sender;
        }

        /** Takes more, if there is as much; otherwise nothing. */
        public boolean tryTake(long more) {
            if (!add(sender, more)) {
                return false;
            }
            bytes += more;
            return true;
        }

        /** @throws TooMuchUnderWayException if there is not as much */
        public void take(long more) {
            if (!tryTake(more)) {
                throw taken() + more > inAll ? TooMuchUnderWayException.ofAll() : TooMuchUnderWayException.ofSender();
            }
        }

        /** Gives back some of what was taken. */
        public void giveBack(long some) {
            if (some > 0) {
                subtract(sender, some);
                bytes -= some;
            }
        }

        @Override
        public void close() {
            giveBack(bytes);
        }
    }
}
