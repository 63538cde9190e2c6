package com.hotpotspot.query.stream;

import com.hotpotspot.eventlog.LogSignals;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Lets readers that have reached the head of the log sleep until it grows. */
@Component
final class NewEvents implements DisposableBean {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LogSignals.Subscription subscription;

    private long announcements;

    NewEvents(LogSignals signals) {
        subscription = signals.subscribe(this::announced);
    }

    /** How often the log has grown; to be taken before reading, so that nothing is missed in between. */
    long announcements() {
        lock.lock();
        try {
            return announcements;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until there are more announcements than {@code seen}, but not for longer than {@code limit}. */
    void await(long seen, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long nanos = limit.toNanos();
            while (announcements == seen && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void announced() {
        lock.lock();
        try {
            announcements++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void destroy() {
        subscription.close();
        announced();
    }
}
