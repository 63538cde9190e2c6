package com.hotpotspot.query.audit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What others have of this log, who are not content with what was signed, until it is compared. */
final class Tidings {

    private static final Logger LOG = LoggerFactory.getLogger(Tidings.class);

    /** What comes on top is told again. */
    private static final int MOST = 100;

    private final BlockingQueue<Remembered> waiting = new ArrayBlockingQueue<>(MOST);

    void tell(Remembered kept) {
        if (!waiting.offer(kept)) {
            LOG.debug("Too much is told at once; {} is asked again", kept.keeper());
        }
    }

    /** @throws BrokenLogException if somebody has another log */
    void compareWith(Sealing sealing) {
        for (Remembered kept = waiting.poll(); kept != null; kept = waiting.poll()) {
            sealing.compare(kept);
        }
    }
}
