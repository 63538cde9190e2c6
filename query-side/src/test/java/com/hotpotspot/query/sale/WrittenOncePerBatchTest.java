package com.hotpotspot.query.sale;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.projection.ProjectedTables;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.testing.CountingJdbc;
import com.hotpotspot.query.testing.Given;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;

class WrittenOncePerBatchTest {

    private static final Instant NOON = Instant.parse("2026-01-15T08:00:00Z");

    private final TestDatabase database = TestDatabase.with(
            SchemaModule.LOG,
            ProjectedTables.schema(NodeSalesProjection.NAME),
            ProjectedTables.schema(SalesRegisterProjection.NAME));

    private final PostgresEventLog log = new PostgresEventLog(database.as("hps_query"));

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void totalsAndItemsTakeOneStatementEachForAHundredSales() {
        assertThat(statementsFor(NodeSalesProjection.NAME, jdbc -> new NodeSalesProjection(jdbc, log), 100))
                .isEqualTo(2);
    }

    @Test
    void theRegisterTakesOneStatementForAHundredSales() {
        assertThat(statementsFor(SalesRegisterProjection.NAME, SalesRegisterProjection::new, 100))
                .isEqualTo(1);
    }

    private int statementsFor(ProjectionName name, Function<JdbcOperations, Projection<?>> projection, int sales) {
        CountingJdbc jdbc = new CountingJdbc(ProjectedTables.of(name, database));
        WrittenLog written = new WrittenLog(database);
        NodeId vake = written.register("VAKE", NodeType.OWNER, "Tbilisi");
        Projection<?> counted = projection.apply(jdbc);
        List<Recorded> batch = new ArrayList<>();
        for (int number = 1; number <= sales; number++) {
            Instant soldAt = NOON.plus(Duration.ofHours(number));
            for (Event event : written.sale(vake, Integer.toString(number), soldAt, khinkali(2), khachapuri(1))) {
                if (counted.interests().contains(event.getClass())) {
                    batch.add(Given.event(batch.size(), "sale-VAKE", NOON, event));
                }
            }
        }

        counted.project(batch);

        return jdbc.statements();
    }
}
