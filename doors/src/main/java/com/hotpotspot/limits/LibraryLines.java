package com.hotpotspot.limits;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Lines that libraries write, some in a minute of each class that writes any: which of them a request can cause is
 * theirs to know. Our own are limited where they are written, by what they are about.
 */
public final class LibraryLines extends TurboFilter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LibraryLines.class);
    private static final String OURS = "com.hotpotspot.";

    private final int perMinute;
    private final Map<String, LineBudget> budgets = new ConcurrentHashMap<>();

    LibraryLines(int perMinute) {
        this.perMinute = perMinute;
    }

    /** From now on, in this process, and in place of what went before. */
    public static void limit(Limits.LogLines lines) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LibraryLines limited = new LibraryLines(lines.perMinute());
        limited.setContext(context);
        limited.start();
        context.getTurboFilterList().removeIf(LibraryLines.class::isInstance);
        context.addTurboFilter(limited);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable error) {
        boolean isLine = format != null && level.isGreaterOrEqual(logger.getEffectiveLevel());
        if (!isLine || logger.getName().startsWith(OURS)) {
            return FilterReply.NEUTRAL;
        }
        LineBudget budget = budgets.computeIfAbsent(logger.getName(), name -> new LineBudget(perMinute));
        if (!budget.allows()) {
            return FilterReply.DENY;
        }
        long keptBack = budget.keptBack();
        if (keptBack > 0) {
            LOG.warn("{} lines of {} were left out", keptBack, logger.getName());
        }
        return FilterReply.NEUTRAL;
    }
}
