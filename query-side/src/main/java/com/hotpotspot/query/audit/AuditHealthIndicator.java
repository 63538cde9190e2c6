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

    AuditHealthIndicator(Optional<LogBuilder> builder, Inspection inspection) {
        this.builder = builder;
        this.inspection = inspection;
    }

    @Override
    public Health health() {
        String finding = inspection.state().finding();
        if (finding != null) {
            return Health.down().withDetail("inspection", finding).build();
        }
        SealingState state = builder.map(LogBuilder::state).orElseGet(SealingState.Elsewhere::new);
        Health.Builder health = state instanceof SealingState.Refusing ? Health.down() : Health.up();
        return health.withDetail("sealing", state.inWords()).build();
    }
}
