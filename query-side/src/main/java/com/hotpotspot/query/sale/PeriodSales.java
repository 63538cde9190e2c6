package com.hotpotspot.query.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.events.network.NodeId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold in a period, by one node or by all.
 *
 * @param nodeId null for the whole network
 * @param from null where no period was asked for and nothing was ever sold; so is {@code to}
 * @param units minted, all shares together
 * @param bestSellers at most ten: by quantity, then revenue, then code
 * @param days those with sales, in order
 * @param position up to which position of the log all this is so
 */
public record PeriodSales(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NodeId nodeId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long sales,
        long revenueTetri,
        long units,
        List<BestSeller> bestSellers,
        List<DaySales> days,
        long position) {}
