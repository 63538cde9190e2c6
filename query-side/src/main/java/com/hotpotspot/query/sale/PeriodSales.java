package com.hotpotspot.query.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold in a period, by one node or by all.
 *
 * @param nodeId null for the whole network
 * @param units minted, all shares together
 * @param bestSellers at most ten: by pieces, then revenue, then code; so what is weighed comes behind what is counted
 * @param days those with sales, in order
 */
public record PeriodSales(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NodeId nodeId,

        @Schema(
                description = "The first business day; null where no period was asked for and nothing was ever sold.",
                example = "2026-11-01")
        @Nullable
        LocalDate from,

        @Schema(description = "The last business day; null where `from` is.", example = "2026-11-28") @Nullable
        LocalDate to,

        long sales,
        long revenueTetri,
        long units,
        List<BestSeller> bestSellers,
        List<DaySales> days,
        @AsOf long position) {}
