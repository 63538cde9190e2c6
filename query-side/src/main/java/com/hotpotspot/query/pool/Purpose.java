package com.hotpotspot.query.pool;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a thread wants a connection to the database for, which decides from which pool it gets one. Threads that answer
 * requests want to answer questions unless they say otherwise; all others do the work of this side.
 */
public enum Purpose {
    /** Projections, their tokens, sealing, listening: what this side would fall behind without. */
    WORK,
    /** An answer that somebody who has signed in waits for. */
    QUESTION,
    /** A piece of what goes on for long or is there for everybody: of the event stream, of a file, of the tree. */
    PIECE,
    /** How this side does, and what it has signed. */
    WATCH;

    private static final ThreadLocal<Purpose> OF_THREAD = ThreadLocal.withInitial(() -> WORK);

    static Purpose ofThisThread() {
        return OF_THREAD.get();
    }

    /** Whether this is what the current thread takes its connections for. */
    public boolean isOfThisThread() {
        return ofThisThread() == this;
    }

    /** Does what takes its connections, all of them on this thread, for this purpose. */
    public void run(Runnable action) {
        get(() -> {
            action.run();
            return null;
        });
    }

    /** Answers what is asked on this thread with connections for this purpose. */
    public <T extends @Nullable Object> T get(Supplier<T> question) {
        Purpose before = OF_THREAD.get();
        OF_THREAD.set(this);
        try {
            return question.get();
        } finally {
            OF_THREAD.set(before);
        }
    }
}
