package com.hotpotspot.query.audit;

import com.hotpotspot.query.layout.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The audit log's page.
 *
 * @param state the name of what this process does, which ends the key of the words for it
 * @param about what the operator has to know of that, in the words of whoever found it; empty if there is nothing
 * @param age of the last checkpoint; null before the first
 */
record AuditView(
        AuditReport report,
        String state,
        String about,
        @Nullable Span age) {

    /** The log is not what was sealed, whatever this process does. */
    private static final String DIFFERS = "differs";

    static AuditView of(AuditReport report, SealingState sealing, Instant now) {
        Instant signedAt = report.signedAt();
        Span age = signedAt == null ? null : Span.of(Duration.between(signedAt, now));
        String finding = report.inspection().finding();
        if (finding != null && !(sealing instanceof SealingState.Refusing)) {
            return new AuditView(report, DIFFERS, finding, age);
        }
        String state = sealing.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new AuditView(report, state, about(sealing), age);
    }

    private static String about(SealingState sealing) {
        return switch (sealing) {
            case SealingState.Asking asking -> asking.silent();
            case SealingState.Refusing refusing -> refusing.reason();
            default -> "";
        };
    }
}
