package com.hotpotspot.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the audit log stands. */
public record AuditReport(
        @Schema(description = "The name of the log.", example = "hotpotspot.example/log")
        String origin,

        @Schema(description = "How many events the last checkpoint covers; 0 before the first.", example = "4712")
        long size,

        @Schema(
                description = "The root of the tree over them, in base64; null before the first checkpoint.",
                example = "5JVrCfaOZwZK4hzjuYIT3nzEVGXkYBOr5YhWRz6Zeqo=")
        @Nullable
        String root,

        @Schema(
                description = "When it was signed, in UTC; null before the first checkpoint.",
                example = "2026-11-28T09:12:05.123Z")
        @Nullable
        Instant signedAt,

        @Schema(
                description = "How many events wait for the next checkpoint; null while the log cannot be reached.",
                example = "3")
        @Nullable
        Long unsealed,

        @Schema(
                description = "The verifier keys of the log (c2sp.org/signed-note), the current one last.",
                example = "hotpotspot.example/log+0e1b6d6a+AaEl2c0Mv2Jw3i1Jb0oV0b9gqU4e9QX7h2s5y8Z1k3mN")
        List<String> keys,

        @Schema(description = "How many witnesses have signed the checkpoint, too.", example = "2")
        int cosignatures,

        @Schema(description = "What this process does, in words.", example = "This process seals the log.")
        String sealing,

        @Schema(description = "Whether nothing is known to be wrong.", example = "true")
        boolean well,

        @Schema(description = "What the last look at the whole log has shown.")
        InspectionReport inspection) {

    /** How far a look at the whole log has come. */
    public record InspectionReport(
            @Schema(description = "How many events were found to be what was sealed.", example = "4000")
            long checked,

            @Schema(description = "How many events there are to look at.", example = "4712")
            long of,

            @Schema(
                    description = "When the last look at all of them ended, in UTC; null before the first.",
                    example = "2026-11-28T09:12:05.123Z")
            @Nullable
            Instant finished,

            @Schema(
                    description = "The first difference, in words; null if there was none.",
                    example = "The event at position 17 is not the one that was sealed.")
            @Nullable
            String finding) {}
}
