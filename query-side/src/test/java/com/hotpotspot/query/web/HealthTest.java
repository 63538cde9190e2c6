package com.hotpotspot.query.web;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void aProjectionThatKnowsMoreThanTheLogIsNotWell() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(database)) {
            WrittenLog log = new WrittenLog(database);
            log.found(NetworkPurpose.LIVE);
            side.caughtUpTo(log.head());

            database.execute("update projection.version set position = 7 where projection = 'sales'");

            side.client()
                    .get()
                    .uri("/api/v1/health")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .json("{\"data\": {\"status\": \"DEGRADED\", \"head\": 0}}");
        }
    }
}
