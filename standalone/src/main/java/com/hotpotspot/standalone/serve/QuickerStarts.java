package com.hotpotspot.standalone.serve;

import com.hotpotspot.standalone.start.StartCache;
import com.hotpotspot.standalone.start.UnpackedCopy;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a system does for later starts, beside its work and once it is ready. It is no worse for it if that fails. */
final class QuickerStarts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuickerStarts.class);

    private final Thread thread;

    private QuickerStarts(Thread thread) {
        this.thread = thread;
    }

    static QuickerStarts inBackground(InstantSource clock) {
        return new QuickerStarts(
                Thread.ofPlatform().name("quicker-starts").daemon().start(() -> work(clock)));
    }

    private static void work(InstantSource clock) {
        try {
            UnpackedCopy.ofThisProcess().ifPresent(copy -> copy.deleteOthers(clock.instant()));
            Optional<StartCache> cache = StartCache.ofThisProcess();
            if (cache.isPresent()) {
                cache.get().make();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Later starts will not be quicker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.info("The rehearsal of a start was broken off");
        }
    }

    /** Breaks it off; the next start begins anew. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
