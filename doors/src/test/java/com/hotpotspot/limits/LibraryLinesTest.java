package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryLinesTest {

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void twoLinesInAMinute() {
        lines.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(lines);
        context.addTurboFilter(new LibraryLines(2));
    }

    @Test
    void aLibraryThatWritesALineForEachRequestWritesFew() {
        Logger library = context.getLogger("org.example.Operators");

        for (int request = 0; request < 100; request++) {
            library.error("Failed", new IllegalStateException("as sent"));
        }

        assertThat(lines.list).hasSize(2);
    }

    @Test
    void oneLibraryTakesNoLineOfAnother() {
        for (int request = 0; request < 100; request++) {
            context.getLogger("org.example.Operators").warn("Failed");
        }

        context.getLogger("org.example.Pool").warn("No connection is left");

        assertThat(lines.list).extracting(ILoggingEvent::getMessage).contains("No connection is left");
    }

    @Test
    void whatIsNotWrittenAnywayCountsForNothing() {
        Logger library = context.getLogger("org.example.Operators");
        for (int request = 0; request < 100; request++) {
            assertThat(library.isInfoEnabled()).isTrue();
            library.debug("Got {}", request);
        }

        library.warn("No connection is left");

        assertThat(lines.list).extracting(ILoggingEvent::getMessage).containsExactly("No connection is left");
    }

    /** Which have limits of their own, and none where they tell what an operator did. */
    @Test
    void ourOwnLinesAreNotCountedHere() {
        Logger ours = context.getLogger("com.hotpotspot.query.audit.Sealing");

        for (int line = 0; line < 100; line++) {
            ours.info("Sealed");
        }

        assertThat(lines.list).hasSize(100);
    }
}
