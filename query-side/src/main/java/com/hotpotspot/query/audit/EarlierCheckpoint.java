package com.hotpotspot.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A checkpoint that was signed once. */
public record EarlierCheckpoint(
        @Schema(description = "How many events it covers; under that it can be had.", example = "4712")
        long size,

        @Schema(
                description = "The root of the tree over them, in base64.",
                example = "5JVrCfaOZwZK4hzjuYIT3nzEVGXkYBOr5YhWRz6Zeqo=")
        String root,

        @Schema(description = "When it was signed, in UTC.", example = "2026-11-28T09:12:05.123Z")
        Instant signedAt) {}
