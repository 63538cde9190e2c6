package com.hotpotspot.query.sale;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * What was sold on one business day.
 *
 * @param sales without those that were voided, as are revenue and best sellers
 * @param units minted, all shares together
 * @param burnedUnits of what was minted, by voids
 * @param bestSellers at most five, best first
 */
public record DaySales(
        LocalDate day,
        long sales,
        long voidedSales,
        long revenueTetri,
        long discountTetri,
        long tipTetri,

        @Schema(
                description =
                        "What was given back on this day, whenever the sales were made, in tetri (1 GEL = 100 tetri).",
                example = "4200")
        long refundedTetri,

        long units,
        long burnedUnits,
        List<BestSeller> bestSellers) {}
