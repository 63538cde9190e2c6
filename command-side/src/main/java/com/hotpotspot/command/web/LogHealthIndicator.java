package com.hotpotspot.command.web;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.LogCutShortException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log can be reached and is whole, for whoever watches the process. */
@Component
final class LogHealthIndicator implements HealthIndicator {

    private final EventLog log;

    LogHealthIndicator(EventLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        try {
            log.requireWhole();
            return log.takesAppends()
                    ? Health.up().build()
                    : Health.down()
                            .withDetail("log", "The last commands could not be appended; the log file says why.")
                            .build();
        } catch (LogCutShortException e) {
            return Health.down()
                    .withDetail("log", String.valueOf(e.getMessage()))
                    .build();
        } catch (EventLogUnavailableException e) {
            return Health.down(e).build();
        }
    }
}
