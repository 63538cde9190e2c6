package com.hotpotspot.query.network;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.query.projection.ProjectedTables;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.testing.CountingJdbc;
import com.hotpotspot.query.testing.Given;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkProjectionTest {

    private static final Instant NOON = Instant.parse("2026-01-15T08:00:00Z");
    private static final NodeId VAKE = new NodeId("VAKE");

    private final TestDatabase database =
            TestDatabase.with(SchemaModule.LOG, ProjectedTables.schema(NetworkProjection.NAME));
    private final CountingJdbc jdbc = new CountingJdbc(ProjectedTables.of(NetworkProjection.NAME, database));
    private final NetworkProjection projection = new NetworkProjection(jdbc);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aHundredSalesTakeOneStatementForTheNetworkAndOneForItsNodes() {
        WrittenLog log = new WrittenLog(database);
        log.register("VAKE", NodeType.OWNER, "Tbilisi");
        projection.project(recorded(registered(), new TerminalAuthorised(VAKE, WrittenLog.TILL)));
        int before = jdbc.statements();
        List<Event> events = new ArrayList<>();
        for (int number = 1; number <= 100; number++) {
            for (Event event : log.sale(VAKE, Integer.toString(number), NOON, khinkali(1))) {
                if (!(event instanceof CheckIssued)) {
                    events.add(event);
                }
            }
        }

        projection.project(recorded(events.toArray(Event[]::new)));

        assertThat(jdbc.statements() - before).isEqualTo(2);
    }

    @Test
    void aNodeThatWasNeverRegisteredStopsTheProjection() {
        assertThatThrownBy(() -> projection.project(recorded(new NodeDeactivated(VAKE))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VAKE");
    }

    private static NodeRegistered registered() {
        return new NodeRegistered(
                VAKE, NodeType.OWNER, new City("Tbilisi"), WrittenLog.FOUNDER, WrittenLog.FOUNDER.wallet());
    }

    private static List<Recorded> recorded(Event... events) {
        List<Recorded> batch = new ArrayList<>();
        for (Event event : events) {
            batch.add(Given.event(batch.size(), "node-VAKE", NOON, event));
        }
        return batch;
    }
}
