package com.hotpotspot.query.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class EmptyLogTest {

    @Test
    void thereIsNothingToBeFoundInALogWithoutEvents() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.withPages(database);
                Browser browser = new Browser()) {
            HttpResponse<String> page = browser.open(side.url("/explorer"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("The log is empty.").doesNotContain("rel=\"next\"");

            assertThat(browser.open(side.url("/explorer?q=0")).body())
                    .contains("There is no such position: the log is empty.");
            assertThat(browser.open(side.url("/explorer?q=01938f5a-6e2b-7c31-9d4f-0a1b2c3d4e5f"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.open(side.url("/explorer/events/0")).statusCode())
                    .isEqualTo(404);
            assertThat(side.status("/api/v1/events/0", "AUDITOR")).isEqualTo(404);
            assertThat(side.status("/api/v1/streams/node:VAKE/events", "AUDITOR"))
                    .isEqualTo(404);
        }
    }
}
