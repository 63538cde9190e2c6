package com.hotpotspot.query.projection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An event that a projection could not take in, so that its figures are without it. */
public record ParkedEvent(
        long position,

        @Schema(description = "The stable name of the event.", example = "sale.recorded")
        String type,

        @Schema(
                description =
                        "What failed and where in the program, for whoever mends it; nothing of what the event says.",
                example = "IllegalStateException at SalesProjection.on")
        String reason,

        @Schema(description = "Since when the figures are without it, in UTC.", example = "2026-11-28T09:12:05.123Z")
        Instant since) {}
