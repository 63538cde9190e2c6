package com.hotpotspot.eventlog;

import java.sql.SQLException;
import java.util.Set;

/** Tells a lost connection from a refusal, after which the connection is still there. */
final class ConnectionLoss {

    private static final Set<String> OTHERS = Set.of("53300", "25P03", "25P04");

    private ConnectionLoss() {}

    /**
     * SQLSTATE class 08 is the connection's end and 57P the server's; with 53300 it lets nobody in yet, 25P03 and 25P04
     * end a connection that was left idle in a transaction, and a failure without a state never reached it. Anything
     * else is an answer: the server undid the statement and says why, for instance that its disk is full (53100) or
     * broken (58030).
     */
    static boolean is(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || OTHERS.contains(state);
    }
}
