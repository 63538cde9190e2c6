package com.hotpotspot.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As after an update that changed all tables, or with all that was filled waiting for somebody to look at it. */
class NothingAnswersTest {

    @Test
    void thePageIsThereWhileNothingElseIs() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.withPages(database);
                Browser browser = new Browser()) {
            new WrittenLog(database).found(NetworkPurpose.LIVE);
            JdbcClient.create(database.as("hps_query"))
                    .sql("update projection.version set state = 'DIFFERENT'")
                    .update();

            assertThat(side.status("/wallets", "ADMIN")).isEqualTo(503);
            assertThat(browser.open(side.url("/projections")).body())
                    .contains("none yet", "/projections/network/versions/1/accept");
        }
    }
}
