package com.hotpotspot.standalone.serve;

import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.EmbeddedDatabase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the database again whenever it ends by itself: killed, out of memory, or out of space. It never gives up, for
 * a new process could do nothing that this one cannot; meanwhile the sides answer 503, and go on as soon as it is back.
 */
final class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** What a killed server leaves running stands in the way of the next for a moment, which is not worth a line. */
    private static final int QUIET_TRIES = 3;

    private final EmbeddedDatabase database;
    private final Lifecycle lifecycle;
    private final Console console;

    DatabaseWatch(EmbeddedDatabase database, Lifecycle lifecycle, Console console) {
        this.database = database;
        this.lifecycle = lifecycle;
        this.console = console;
    }

    void begin() {
        database.whenItEnds(this::startAgain);
    }

    private void startAgain() {
        if (lifecycle.isEnding()) {
            return;
        }
        console.warn("the database server ended unexpectedly and is being started again;"
                + " postgresql.log beside the system's log says why");
        try {
            String told = "";
            int tries = 0;
            do {
                String reason = tryOnce();
                if (reason.isEmpty()) {
                    return;
                }
                if (++tries >= QUIET_TRIES && !reason.equals(told)) {
                    console.warn(reason + " (trying again every second)");
                    told = reason;
                }
            } while (!lifecycle.awaitEnd(BETWEEN_TRIES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return why the database does not start; empty if it runs, or if it need not any more */
    private String tryOnce() {
        try {
            database.startAgain();
        } catch (CannotStartException e) {
            LOG.warn("The database does not start", e);
            return String.valueOf(e.getMessage());
        }
        if (!lifecycle.isEnding()) {
            console.say("The database server works again.");
            begin();
        }
        return "";
    }
}
