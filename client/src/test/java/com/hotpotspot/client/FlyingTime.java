package com.hotpotspot.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes by being waited for, and in no other way. */
public final class FlyingTime implements Waiting {

    private final AtomicLong now = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        now.addAndGet(duration.toNanos());
    }

    List<Duration> pauses() {
        return pauses;
    }
}
