package com.hotpotspot.eventlog;

import java.sql.SQLException;

/** Tells a lost connection from a refusal, after which the connection is still there. */
final class ConnectionLoss {

    private ConnectionLoss() {}

    /** SQLSTATE class 08 is the connection's end, 57P the server's; a failure without a state never reached it. */
    static boolean is(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }
}
