package com.hotpotspot.query.witness;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static com.hotpotspot.query.testing.Dishes.lemonade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.query.projection.ProjectedTables;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.testing.CountingJdbc;
import com.hotpotspot.query.testing.Given;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessProjectionTest {

    private static final Instant NOON = Instant.parse("2026-01-15T08:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void factsDoNotDependOnTheBordersOfBatches(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            log.found(NetworkPurpose.LIVE);
            NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
            NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
            NodeId idle = log.register("IDLE", NodeType.FRANCHISE, "Gori");
            // Midnight in Tbilisi is 20:00 UTC.
            log.sell(vake, "1", "2026-01-15T19:59:59Z", khinkali(10), khachapuri(1));
            log.sell(vake, "2", "2026-01-15T20:00:00Z", khinkali(5));
            log.sell(vake, "3", "2026-01-16T09:00:00Z", lemonade(2));
            log.sell(vake, "4", "2026-01-18T09:00:00Z", lemonade(1), khachapuri(1));
            log.sell(gori, "1", "2026-01-17T09:00:00Z", khinkali(1));
            // Of what it sold, khachapuri is left from the first sale; its day is not.
            log.takeBack(vake, "4");
            OwnerId ownerOfGori = new OwnerId("owner-of-GORI");
            SaleId second = SaleId.of(vake, new SaleNumber("2"));
            log.append(new CheckClaimed(
                    second, second.check(), second.check().wallet(), ownerOfGori.wallet(), Units.of(49)));
            log.claim(vake, "3");
            log.expire(vake, "1");
            log.append(new NodeDeactivated(idle));
            log.append(new NodeActivated(idle));
            log.append(new NodeDeactivated(vake), new NodeActivated(vake));

            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                WitnessFacts.AsOf asOf =
                        side.caughtUpTo(log.head()).bean(WitnessFacts.class).now();

                // Three sales of VAKE at 51 and a royalty of 3, with the genesis token.
                NodeFacts ofVake = new NodeFacts(
                        vake, new City("Tbilisi"), 3, LocalDate.of(2026, 1, 15), 2, 1 + 4, 3, 100 + 3 * 51 + 3);
                NodeFacts ofGori =
                        new NodeFacts(gori, new City("Gori"), 1, LocalDate.of(2026, 1, 17), 1, 1, 1, 48 + 49);
                NodeFacts ofIdle = new NodeFacts(idle, new City("Gori"), 0, null, 0, 0, 0, 0);
                assertThat(asOf.nodes()).containsExactly(ofGori, ofIdle, ofVake);
                assertThat(asOf.network())
                        .isEqualTo(new NetworkFacts(3, Map.of(new City("Gori"), 2L, new City("Tbilisi"), 1L), 500));
                assertThat(asOf.position()).isEqualTo(log.head());

                log.append(new NodeOwnerChanged(vake, ownerOfGori, ownerOfGori.wallet()));
                log.append(new NodeDeactivated(gori));

                assertThat(side.caughtUpTo(log.head())
                                .bean(WitnessFacts.class)
                                .now()
                                .nodes())
                        .extracting(NodeFacts::node, NodeFacts::ownerUnits)
                        .containsExactly(tuple(idle, 0L), tuple(vake, 97L));
            }
        }
    }

    @Test
    void aHundredSalesTakeAStatementForEachTable() {
        try (TestDatabase database =
                        TestDatabase.with(SchemaModule.LOG, ProjectedTables.schema(WitnessProjection.NAME));
                PostgresEventLog log = new PostgresEventLog(database.as("hps_query"))) {
            CountingJdbc jdbc = new CountingJdbc(ProjectedTables.of(WitnessProjection.NAME, database));
            WitnessProjection projection = new WitnessProjection(jdbc, log);
            WrittenLog written = new WrittenLog(database);
            NodeId vake = written.register("VAKE", NodeType.OWNER, "Tbilisi");
            List<Event> events = new ArrayList<>(
                    log.read(0, 1).events().stream().map(StoredEvent::event).toList());
            for (int number = 1; number <= 100; number++) {
                Instant soldAt = NOON.plus(Duration.ofHours(number));
                events.addAll(List.of(written.sale(vake, Integer.toString(number), soldAt, khinkali(2), lemonade(1))));
            }

            projection.project(recorded(projection, events));

            // The network, nodes that are new, days, items, wallets; checks have no rows.
            assertThat(jdbc.statements()).isEqualTo(5);
            assertThat(jdbc.queryForObject("select count(*) from wallet", Long.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void aNodeThatWasNeverRegisteredStopsTheProjection() {
        try (TestDatabase database =
                        TestDatabase.with(SchemaModule.LOG, ProjectedTables.schema(WitnessProjection.NAME));
                PostgresEventLog log = new PostgresEventLog(database.as("hps_query"))) {
            WitnessProjection projection =
                    new WitnessProjection(new CountingJdbc(ProjectedTables.of(WitnessProjection.NAME, database)), log);

            assertThatThrownBy(() ->
                            projection.project(recorded(projection, List.of(new NodeDeactivated(new NodeId("VAKE"))))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("VAKE");
        }
    }

    private static List<Recorded> recorded(WitnessProjection projection, List<Event> events) {
        List<Recorded> batch = new ArrayList<>();
        for (Event event : events) {
            if (projection.interests().contains(event.getClass())) {
                batch.add(Given.event(batch.size(), "sale-VAKE", NOON, event));
            }
        }
        return batch;
    }
}
