package com.hotpotspot.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As after an update that has changed the tables of every projection. */
class WhileFilledTest {

    @Test
    void whatIsMadeOfAProjectionSaysThatItIsBeingFilledAndAllElseIsThere() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.withPages(database)) {
            new WrittenLog(database).found(NetworkPurpose.LIVE);
            JdbcClient.create(database.as("hps_query"))
                    .sql("update projection.version set state = 'DIFFERENT'")
                    .update();

            side.clientAs("NETWORK_OWNER")
                    .get()
                    .uri("/api/v1/network/stats")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("projection-filling");
            assertThat(side.status("/audit", "NETWORK_OWNER")).isEqualTo(200);
            assertThat(side.status("/api/v1/health", "NETWORK_OWNER")).isEqualTo(200);
        }
    }
}
