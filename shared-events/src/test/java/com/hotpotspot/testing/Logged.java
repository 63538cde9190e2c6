package com.hotpotspot.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What anybody in this process writes into the log while something happens. */
public final class Logged {

    private Logged() {}

    public static <X extends Exception> List<ILoggingEvent> during(Deed<X> deed) throws X {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(lines);
        try {
            deed.happens();
        } finally {
            root.detachAppender(lines);
        }
        return List.copyOf(lines.list);
    }

    /** Something that may fail. */
    @FunctionalInterface
    public interface Deed<X extends Exception> {

        void happens() throws X;
    }
}
