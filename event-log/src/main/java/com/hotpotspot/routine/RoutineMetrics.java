package com.hotpotspot.routine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For how long each routine has been in trouble, and how far behind the log it is if it goes along it. No value while
 * nobody can tell.
 */
public final class RoutineMetrics implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(RoutineMetrics.class);

    private final List<Ongoing> all;
    private final LongSupplier head;
    private final InstantSource clock;

    /** @param head the position of the log's last event, -1 if there is none */
    public RoutineMetrics(List<Ongoing> all, LongSupplier head, InstantSource clock) {
        this.all = List.copyOf(all);
        this.head = head;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Ongoing ongoing : all) {
            String name = ongoing.routine().name();
            TimeGauge.builder(
                            "hotpotspot.routine.trouble",
                            () -> millisInTrouble(ongoing.routine()),
                            TimeUnit.MILLISECONDS)
                    .description("For how long the routine has been failing or has stopped; 0 while it is well")
                    .tag("routine", name)
                    .register(meters);
            if (ongoing instanceof Following following) {
                Gauge.builder("hotpotspot.routine.lag", () -> lag(following))
                        .description("Events of the log that the routine has not come to yet")
                        .tag("routine", name)
                        .register(meters);
            }
        }
    }

    private long millisInTrouble(Routine routine) {
        Instant now = clock.instant();
        return routine.state()
                .troubledSince()
                .map(since -> Math.max(0, Duration.between(since, now).toMillis()))
                .orElse(0L);
    }

    private @Nullable Number lag(Following following) {
        try {
            OptionalLong next = following.next();
            return next.isEmpty() ? null : Math.max(0, head.getAsLong() + 1 - next.getAsLong());
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            LOG.debug("A routine's lag cannot be told", e);
            return null;
        }
    }
}
