package com.hotpotspot.query.sale;

import java.time.LocalDate;
import java.util.List;

/**
 * What was sold on one business day.
 *
 * @param units minted, all shares together
 * @param bestSellers at most five, best first
 */
public record DaySales(LocalDate day, long sales, long revenueTetri, long units, List<BestSeller> bestSellers) {}
