package com.hotpotspot.command.axon;

import com.hotpotspot.eventlog.Engine;
import com.hotpotspot.eventlog.PostgresEventLog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How much waits for the log, and how well commands share its commits. */
@Component
@Profile(Engine.POSTGRES)
final class LogMetrics implements MeterBinder {

    private final PostgresEventLog log;

    LogMetrics(PostgresEventLog log) {
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("hotpotspot.log.waiting", log, PostgresEventLog::waitingCommands)
                .description("Commands that wait for their turn to be appended")
                .register(meters);
        FunctionCounter.builder("hotpotspot.log.commits", log, it -> it.counts().batches())
                .description("Transactions that appended to the log")
                .register(meters);
        FunctionCounter.builder(
                        "hotpotspot.log.commands", log, it -> it.counts().commands())
                .description("Commands whose events were appended by these transactions")
                .register(meters);
    }
}
