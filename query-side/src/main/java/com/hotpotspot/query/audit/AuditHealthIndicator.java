package com.hotpotspot.query.audit;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when what was signed does not hold any longer; up while it does, sealed or not. */
@Component
final class AuditHealthIndicator implements HealthIndicator {

    private final Optional<LogBuilder> builder;
    private final Inspection inspection;
    private final AdoptedKeys keys;

    AuditHealthIndicator(Optional<LogBuilder> builder, Inspection inspection, AdoptedKeys keys) {
        this.builder = builder;
        this.inspection = inspection;
        this.keys = keys;
    }

    @Override
    public Health health() {
        String finding = inspection.state().finding();
        if (finding != null) {
            return Health.down().withDetail("inspection", finding).build();
        }
        SealingState state = builder.map(LogBuilder::state).orElseGet(SealingState.Elsewhere::new);
        Health.Builder health = state instanceof SealingState.Refusing ? Health.down() : Health.up();
        long foreign = keys.foreign();
        if (foreign > 0) {
            health.withDetail(
                    "keys",
                    foreign + " row(s) of audit.key are no keys of this log and are ignored. Find out who wrote them.");
        }
        return health.withDetail("sealing", state.inWords()).build();
    }
}
