package com.hotpotspot.eventlog;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the appends that were announced, and lets readers sleep until there are more. */
final class Appends {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private long heardOf;

    /** To be taken before reading, so that nothing is missed in between. */
    long heardOf() {
        lock.lock();
        try {
            return heardOf;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until there are more than {@code known}, but not for longer than that. */
    void awaitMoreThan(long known, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (heardOf == known && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void another() {
        lock.lock();
        try {
            heardOf++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
