package com.hotpotspot.standalone.serve;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.hotpotspot.standalone.database.CannotStartException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends everything that is logged to rolling files. Warnings also go to the console, but only between the start and the
 * stop: during those the operator is told in our own words, and libraries would tell it again in theirs.
 */
final class LogFiles {

    private static final String NAME = "hotpotspot.log";
    private static final String ONE_LINE = "%date{HH:mm:ss} %level: %replace(%msg){'\\s*[\\r\\n]+\\s*', ' '}%n%nopex";

    private final LoggerContext context;
    private final ConsoleAppender<ILoggingEvent> console;
    private final Path file;

    private LogFiles(LoggerContext context, Path file) {
        this.context = context;
        this.file = file;
        this.console = consoleAppender(context);
    }

    /** Logs to files in {@code directory} from now on. */
    static LogFiles in(Path directory) {
        // Logging is not the business of either side here, and the two would undo each other's configuration.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("LOG_FILE", directory.resolve(NAME).toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL configuration = Objects.requireNonNull(LogFiles.class.getResource("/logback-serve.xml"));
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new CannotStartException(e, "Cannot write a log to %s", directory);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return new LogFiles(context, directory.resolve(NAME));
    }

    /** The file that is written now. */
    Path file() {
        return file;
    }

    void warnOnConsole() {
        root().addAppender(console);
    }

    void keepOffConsole() {
        root().detachAppender(console);
    }

    private ch.qos.logback.classic.Logger root() {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static ConsoleAppender<ILoggingEvent> consoleAppender(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(ONE_LINE);
        encoder.start();
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.toString());
        warnings.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.addFilter(warnings);
        appender.start();
        return appender;
    }
}
