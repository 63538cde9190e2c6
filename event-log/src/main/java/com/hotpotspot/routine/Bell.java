package com.hotpotspot.routine;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What ends a routine's rest. Rung while it is at work it ends the next rest, so that no ring is lost. */
final class Bell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();

    private boolean woken;
    private boolean hurried;
    private boolean ended;

    /** Ends the rest, once it has lasted its least. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the rest. */
    void hurry() {
        lock.lock();
        try {
            hurried = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends this rest and all that might follow. */
    void end() {
        lock.lock();
        try {
            ended = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** Rests, and takes what was rung by then as heard. */
    void rest(Rest rest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long begun = System.nanoTime();
            long left = left(rest, 0);
            while (left > 0) {
                long unused = rung.awaitNanos(left);
                left = left(rest, System.nanoTime() - begun);
            }
            woken = false;
            hurried = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits; only the end comes before its time. */
    void pause(Duration pause) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = pause.toNanos();
            while (!ended && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many nanoseconds of a rest are left after so many; none or less if it is over. */
    long left(Rest rest, long rested) {
        if (ended || hurried) {
            return 0;
        }
        return (woken ? rest.atLeast() : rest.atMost()).toNanos() - rested;
    }
}
