package com.hotpotspot.query.projection;

import static com.hotpotspot.query.testing.Dishes.khinkali;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log with twenty sales of one node and room for more, and what has projections filled anew from it. */
final class SoldLog implements AutoCloseable {

    final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    final Rebuilds rebuilds = rebuilds(VersionTables.ownedBy(database.as("hps_owner"), Clock.systemUTC()));

    private final WrittenLog log = new WrittenLog(database);
    private final NodeId vake;

    private volatile int sales;

    SoldLog() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        sell(20);
    }

    /** The same for a process that makes its tables in another way. */
    Rebuilds rebuilds(VersionTables tables) {
        return new Rebuilds(new JdbcTemplate(database.as("hps_query")), tables);
    }

    /** From one thread at a time. */
    void sell(int count) {
        for (int i = 0; i < count; i++) {
            log.sell(vake, Integer.toString(++sales), "2026-01-15T10:00:00Z", khinkali(1));
        }
    }

    /** How many there are. */
    int sales() {
        return sales;
    }

    /** The position of the last event. */
    long head() {
        return log.head();
    }

    @Override
    public void close() {
        database.close();
    }
}
