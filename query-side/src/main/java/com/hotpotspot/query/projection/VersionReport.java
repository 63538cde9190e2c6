package com.hotpotspot.query.projection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a projection's tables. */
public record VersionReport(
        @Schema(description = "Its number, counted from 1.", example = "2")
        int number,

        @Schema(
                description =
                        "FILLING from the beginning of the log; FOLLOWING the one that answers until the two have been compared; LIVE if it answers; OLD if it did; DIFFERENT if it said something else.",
                example = "FILLING")
        VersionState state,

        @Schema(description = "Up to which position of the log it has come; -1 for nothing yet.", example = "120000")
        long position,

        @Schema(description = "When it was begun, in UTC.", example = "2026-11-28T09:12:05.123Z")
        Instant begunAt,

        @Schema(
                description = "When it had been filled, in UTC; null while it has not.",
                example = "2026-11-28T09:13:25.007Z")
        @Nullable
        Instant filledAt,

        @Schema(
                description = "What it says otherwise than the one that answers; null if nothing is known of that.",
                example = "node_day has 92 rows instead of 91")
        @Nullable
        String differs) {}
