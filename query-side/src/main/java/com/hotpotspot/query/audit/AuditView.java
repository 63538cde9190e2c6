package com.hotpotspot.query.audit;

import com.hotpotspot.query.audit.AuditReport.InspectionReport;
import com.hotpotspot.query.layout.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The audit log's page, in words. What is empty has no value yet. */
record AuditView(
        boolean well,
        String sealing,
        String origin,
        String size,
        String unsealed,
        String signedAt,
        String age,
        String root,
        List<String> keys,
        String witnesses,
        String inspection) {

    static AuditView of(AuditReport report, Instant now) {
        Instant signedAt = report.signedAt();
        Long unsealed = report.unsealed();
        String root = report.root();
        return new AuditView(
                report.well(),
                report.sealing(),
                report.origin(),
                Figures.count(report.size()),
                unsealed == null ? "unknown, the log cannot be reached" : Figures.count(unsealed) + " events",
                signedAt == null ? "" : Figures.moment(signedAt),
                signedAt == null ? "" : age(Duration.between(signedAt, now)),
                root == null ? "" : root,
                report.keys(),
                witnesses(report.cosignatures()),
                inspection(report.inspection()));
    }

    private static String witnesses(int cosignatures) {
        return switch (cosignatures) {
            case 0 -> "None has signed it: it rests on the word of the log alone.";
            case 1 -> "One has signed it, too.";
            default -> cosignatures + " have signed it, too.";
        };
    }

    private static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h";
    }

    private static String inspection(InspectionReport inspection) {
        String finding = inspection.finding();
        Instant finished = inspection.finished();
        if (finding != null) {
            return finding;
        }
        if (finished == null) {
            return "%s of %s events were found to be what was sealed so far."
                    .formatted(Figures.count(inspection.checked()), Figures.count(inspection.of()));
        }
        return "All %s events that were sealed by then were found to be what was sealed, last at %s Tbilisi time."
                .formatted(Figures.count(inspection.of()), Figures.moment(finished));
    }
}
