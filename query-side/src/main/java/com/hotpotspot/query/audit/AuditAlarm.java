package com.hotpotspot.query.audit;

import com.hotpotspot.query.web.Alarm;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was signed does not hold any longer, or cannot be shown to. */
@Component
final class AuditAlarm implements Alarm {

    private final Optional<LogBuilder> builder;
    private final Inspection inspection;

    AuditAlarm(Optional<LogBuilder> builder, Inspection inspection) {
        this.builder = builder;
        this.inspection = inspection;
    }

    /** What this process does about sealing. */
    SealingState sealing() {
        return builder.map(LogBuilder::state).orElseGet(SealingState.Elsewhere::new);
    }

    @Override
    public Optional<String> sentence() {
        if (sealing() instanceof SealingState.Refusing refusing) {
            return Optional.of(refusing.inWords());
        }
        return Optional.ofNullable(inspection.state().finding())
                .map(
                        finding -> finding
                                + " Find out who changed it, and put that back from a backup or a copy of the stream; see \"When sealing stops\" in the operator's guide.");
    }
}
