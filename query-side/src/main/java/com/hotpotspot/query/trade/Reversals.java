package com.hotpotspot.query.trade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Voids and refunds, a page of them. */
public record Reversals(
        @Schema(description = "At most as many as were asked for, in the order that was asked for.")
        List<Reversal> reversals,

        @Schema(
                description = "Where the next page begins: `after` of the next request; absent on the last.",
                example = "4711")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String next,

        @AsOf long position) {}
