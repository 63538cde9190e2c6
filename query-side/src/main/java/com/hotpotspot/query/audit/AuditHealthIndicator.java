package com.hotpotspot.query.audit;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when what was signed does not hold any longer; up while it does, sealed or not. */
@Component
final class AuditHealthIndicator implements HealthIndicator {

    private final AuditAlarm alarm;
    private final AdoptedKeys keys;

    AuditHealthIndicator(AuditAlarm alarm, AdoptedKeys keys) {
        this.alarm = alarm;
        this.keys = keys;
    }

    @Override
    public Health health() {
        Health.Builder health = alarm.sentence()
                .map(sentence -> Health.down().withDetail("reason", sentence))
                .orElseGet(Health::up);
        long foreign = keys.foreign();
        if (foreign > 0) {
            health.withDetail(
                    "keys",
                    foreign + " row(s) of audit.key are no keys of this log and are ignored. Find out who wrote them.");
        }
        return health.withDetail("sealing", alarm.sealing().inWords()).build();
    }
}
