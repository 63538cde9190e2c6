package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.testing.Logged;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has signed in can send what no page would, too, and that is no matter for our log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddFormsTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/sign-out", "/nothing"})
    void whatIsTooLargeIsTurnedAwayAndMakesNoLine(String door) {
        turnedAway(door, "event=" + "n".repeat(600_000), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "/audit, event=%zz",
        "/audit, %",
        "/sign-out, _csrf=%",
        "/nodes/VAKE, %zz=1",
        "/nothing, a=%u1234",
        "/api/v1/exports/sales/manifest, event=a%2"
    })
    void whatIsNoFormIsTurnedAwayAndMakesNoLine(String door, String form) {
        turnedAway(door, form, 400);
    }

    /** A browser sends along what somebody typed for a proxy, and only a token stands for itself. */
    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "", "Negotiate x", "Bearerx", "Digest username=a"})
    void whatStandsBesideASessionInPlaceOfATokenMakesNoFormTrue(String authorization) {
        try (Browser browser = new Browser()) {
            browser.open(side.url("/audit"));

            assertThat(browser.submitForged(side.url("/sign-out"), authorization)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.open(side.url("/audit")).statusCode()).isEqualTo(200);
        }
    }

    private void turnedAway(String door, String form, int status) {
        try (Browser browser = new Browser()) {
            browser.open(side.url("/audit"));

            List<ILoggingEvent> logged = Logged.during(() -> {
                for (int i = 0; i < 20; i++) {
                    assertThat(browser.submitAsItIs(side.url(door), form).statusCode())
                            .isEqualTo(status);
                }
            });

            assertThat(logged).isEmpty();
        }
    }
}
