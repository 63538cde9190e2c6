package com.hotpotspot.command.dispatch;

import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.monitoring.MessageMonitor;
import org.springframework.stereotype.Component;

/**
 * How often each command came, what became of it and how long that took, its append included:
 * {@code hotpotspot.commands} by {@code command} and {@code outcome}.
 */
@Component
final class CommandMetrics implements MessageMonitor<CommandMessage<?>> {

    static final String NAME = "hotpotspot.commands";

    private final MeterRegistry meters;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    CommandMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public MonitorCallback onMessageIngested(CommandMessage<?> message) {
        Timer.Sample started = Timer.start(meters);
        Class<?> command = message.getPayloadType();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                started.stop(timer(command, Outcome.DONE));
            }

            @Override
            public void reportFailure(Throwable cause) {
                started.stop(timer(command, Outcome.of(cause)));
            }

            @Override
            public void reportIgnored() {
                started.stop(timer(command, Outcome.FAILED));
            }
        };
    }

    private Timer timer(Class<?> command, Outcome outcome) {
        return timers.computeIfAbsent(
                new Key(command, outcome),
                key -> Timer.builder(NAME)
                        .description("Commands handled, from their arrival to the answer, the append included")
                        .tag("command", command.getSimpleName())
                        .tag("outcome", outcome.tag)
                        .register(meters));
    }

    private record Key(Class<?> command, Outcome outcome) {}

    private enum Outcome {
        DONE("done"),
        REFUSED("refused"),
        CONFLICT("conflict"),
        LOG_UNAVAILABLE("log-unavailable"),
        FAILED("failed");

        private final String tag;

        Outcome(String tag) {
            this.tag = tag;
        }

        static Outcome of(Throwable cause) {
            return switch (cause) {
                case CommandRefused refused -> REFUSED;
                case ConcurrencyException lost -> CONFLICT;
                case EventLogUnavailableException unavailable -> LOG_UNAVAILABLE;
                default -> FAILED;
            };
        }
    }
}
