package com.hotpotspot.routine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Marks a failure that is not of our making: something far away cannot be reached, and whoever hears that it is back
 * goes on. Every failure of a database is one.
 */
public interface Outage {

    /** Whether a failure is an outage, or was caused by one. */
    static boolean is(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof Outage || cause instanceof SQLException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
