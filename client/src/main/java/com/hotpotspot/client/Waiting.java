package com.hotpotspot.client;

import java.time.Duration;

/** Time as a waiting client feels it. A test lets it fly. */
public interface Waiting {

    /** The time that the machine's own clock takes. */
    static Waiting really() {
        return new Waiting() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }

    /** Grows with time and means nothing but by its differences. */
    long nanoTime();

    void pause(Duration duration) throws InterruptedException;
}
