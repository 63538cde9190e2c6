package com.hotpotspot.query.web;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.LogCutShortException;
import com.hotpotspot.limits.AskedTogether;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.query.pool.Purpose;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log can be reached and is whole, for whoever watches the process. */
@Component
final class LogHealthIndicator implements HealthIndicator {

    private final EventLog log;
    private final AskedTogether<Health> health;

    LogHealthIndicator(EventLog log) {
        this.log = log;
        this.health = new AskedTogether<>(() -> Purpose.WATCH.get(this::now));
    }

    @Override
    public Health health() {
        try {
            return health.ask();
        } catch (TooMuchUnderWayException e) {
            return Health.down(e).build();
        }
    }

    private Health now() {
        try {
            log.requireWhole();
            return Health.up().withDetail("head", log.head()).build();
        } catch (LogCutShortException e) {
            return Health.down()
                    .withDetail("log", String.valueOf(e.getMessage()))
                    .build();
        } catch (EventLogUnavailableException e) {
            return Health.down(e).build();
        }
    }
}
