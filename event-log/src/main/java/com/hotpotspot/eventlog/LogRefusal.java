package com.hotpotspot.eventlog;

import java.sql.SQLException;

/** What the log's own functions say when they refuse, by SQLSTATE. */
final class LogRefusal {

    private static final String CUT_SHORT = "HPL01";
    private static final String NO_EVENT = "HPL02";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String NOT_ALLOWED = "42501";
    private static final String UNIQUE_VIOLATION = "23505";

    private LogRefusal() {}

    /** Whether the log does not end where it ended when it was last written. */
    static boolean isCutShort(SQLException failure) {
        return CUT_SHORT.equals(failure.getSQLState());
    }

    /** Whether somebody else has had the turn for longer than an append takes. */
    static boolean isOfLongTurn(SQLException failure) {
        return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }

    /** Whether a place in a stream is taken, which whoever looks first is told before. */
    static boolean isOfPlace(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState());
    }

    /**
     * Whether it was what the batch holds that was refused, by one of the log's functions or by a constraint: then
     * others of the batch may well be recorded.
     */
    static boolean isOfContent(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && (state.equals(NO_EVENT)
                        || state.equals(NOT_ALLOWED)
                        || state.startsWith("22")
                        || state.startsWith("23"));
    }
}
