package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whoever has signed in can send what is too large, too, and that is no matter for our log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeFormsTest {

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
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        try (Browser browser = new Browser()) {
            browser.open(side.url("/audit"));
            lines.start();
            root.addAppender(lines);
            for (int i = 0; i < 20; i++) {
                assertThat(browser.submitLarge(side.url(door), 600_000).statusCode())
                        .isEqualTo(413);
            }
        } finally {
            root.detachAppender(lines);
        }

        assertThat(List.copyOf(lines.list)).isEmpty();
    }
}
