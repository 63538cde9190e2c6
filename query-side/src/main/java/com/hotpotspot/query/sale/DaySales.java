package com.hotpotspot.query.sale;

import java.time.LocalDate;
import java.util.List;

/**
 * What was sold on one business day.
 *
 * @param sales without those that were voided, as are revenue and best sellers
 * @param refundedTetri given back on this day, whenever the sales were made
 * @param units minted, all shares together
 * @param burnedUnits of what was minted, by voids
 * @param bestSellers at most five, best first
 */
public record DaySales(
        LocalDate day,
        long sales,
        long voidedSales,
        long revenueTetri,
        long refundedTetri,
        long units,
        long burnedUnits,
        List<BestSeller> bestSellers) {}
