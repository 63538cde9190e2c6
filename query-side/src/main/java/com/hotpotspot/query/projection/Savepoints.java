package com.hotpotspot.query.projection;

import org.springframework.jdbc.core.JdbcOperations;

/** What can be undone of a transaction that writes several versions. */
record Savepoints(JdbcOperations jdbc) {

    private static final String NAME = "before_events";

    /**
     * From now on in this transaction, tables without a schema are those of this version, and what happens can be
     * undone up to here. One request: each would have to be waited for.
     */
    void beginWith(Version version) {
        jdbc.execute("savepoint " + NAME + "; set local search_path to " + version.schemaName());
    }

    /** Undoes what has happened since {@link #beginWith}. */
    void undo() {
        jdbc.execute("rollback to savepoint " + NAME + "; release savepoint " + NAME);
    }

    /** What has happened since {@link #beginWith} stays. Where there are few of them they may be left. */
    void forget() {
        jdbc.execute("release savepoint " + NAME);
    }

    /** Of what is done within, none is left over: many of them would make a transaction slow. */
    void forgetAllOf(Runnable work) {
        jdbc.execute("savepoint before_part");
        work.run();
        jdbc.execute("release savepoint before_part");
    }
}
