package com.hotpotspot.query.sale;

import com.hotpotspot.query.layout.Figures;
import java.util.Comparator;
import java.util.List;

/**
 * What was sold in a period, in the order in which it is shown.
 *
 * @param days latest first
 */
record PeriodView(PeriodSales sales, List<Item> bestSellers, List<DaySales> days) {

    static PeriodView of(PeriodSales sales) {
        long most = sales.bestSellers().stream()
                .mapToLong(BestSeller::quantity)
                .max()
                .orElse(0);
        return new PeriodView(
                sales,
                sales.bestSellers().stream()
                        .map(item -> new Item(item, Figures.percent(item.quantity(), most)))
                        .toList(),
                sales.days().stream()
                        .sorted(Comparator.comparing(DaySales::day).reversed())
                        .toList());
    }

    /** Whether there are days to speak of. Public because the template calls it. */
    public boolean isKnown() {
        return sales.from() != null;
    }

    /** @param percent how long its bar is beside the best's */
    record Item(BestSeller sold, long percent) {}
}
