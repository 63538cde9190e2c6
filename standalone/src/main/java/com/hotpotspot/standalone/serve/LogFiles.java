package com.hotpotspot.standalone.serve;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import com.hotpotspot.standalone.database.CannotStartException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Sends everything that is logged to rolling files. Warnings also go to the console, but only between the start and the
 * stop: during those the operator is told in our own words, and libraries would tell it again in theirs.
 */
final class LogFiles {

    private static final String NAME = "hotpotspot.log";

    /** What a terminal would act on, or show as something else, wherever it may have come from. */
    private static final String UNPRINTABLE = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]";

    private static final String ONE_LINE = "%date{HH:mm:ss} %level: "
            + "%replace(%replace(%msg){'\\s*[\\r\\n]+\\s*', ' '}){'" + UNPRINTABLE + "', '?'}%n%nopex";

    /** What goes on is indented, so that nobody can make a line that looks like one of ours. */
    private static final String FILE_LINE =
            "%date{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger{40}: %replace(%replace(%msg%n%ex){'"
                    + UNPRINTABLE + "', '?'}){'(\\n)(?=.)', '$1  '}";

    private static final long LARGEST = 20L * FileSize.MB_COEFFICIENT;

    /** Where each side says who is to be quiet, for when it runs by itself. */
    private static final List<String> SETTINGS = List.of("command-side.yaml", "query-side.yaml");

    private static final String LEVEL = "logging.level.";

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
        LevelChangePropagator levels = new LevelChangePropagator();
        levels.setContext(context);
        levels.start();
        context.addListener(levels);
        quieten(context);
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(fileAppender(context, directory.resolve(NAME)));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return new LogFiles(context, directory.resolve(NAME));
    }

    /** As the sides do, since a line for each request that makes no sense would push what matters out of the log. */
    static void quieten(LoggerContext context) {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(SETTINGS.stream().map(ClassPathResource::new).toArray(Resource[]::new));
        Properties all = Objects.requireNonNull(settings.getObject());
        for (String name : all.stringPropertyNames()) {
            if (name.startsWith(LEVEL)) {
                context.getLogger(name.substring(LEVEL.length())).setLevel(Level.valueOf(all.getProperty(name)));
            }
        }
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

    /**
     * Made here and not in a file of logback's, which would take signs in the directory's name for its own. How large
     * the file is, is looked at each time, and not once in a minute.
     */
    static RollingFileAppender<ILoggingEvent> fileAppender(LoggerContext context, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("FILE");
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context, FILE_LINE));
        KeptLogs kept = new KeptLogs();
        kept.setContext(context);
        kept.setParent(appender);
        kept.start();
        appender.setRollingPolicy(kept);
        SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
        full.setContext(context);
        full.setMaxFileSize(new FileSize(LARGEST));
        full.setCheckIncrement(Duration.buildByMilliseconds(0));
        full.start();
        appender.setTriggeringPolicy(full);
        appender.start();
        if (!appender.isStarted()) {
            throw new CannotStartException("Cannot write a log to %s", file);
        }
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    private static ConsoleAppender<ILoggingEvent> consoleAppender(LoggerContext context) {
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.toString());
        warnings.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, ONE_LINE));
        appender.addFilter(warnings);
        appender.start();
        return appender;
    }
}
