package com.hotpotspot.query.sale;

import com.hotpotspot.query.layout.Figures;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold in a period, ready to be shown.
 *
 * @param from empty, as {@code to} is, where nothing was ever sold
 * @param days latest first
 */
record PeriodView(
        String from,
        String to,
        String sales,
        String revenue,
        boolean empty,
        List<ItemRow> bestSellers,
        List<DayRow> days) {

    static PeriodView of(PeriodSales sales) {
        long most = sales.bestSellers().stream()
                .mapToLong(BestSeller::quantity)
                .max()
                .orElse(0);
        return new PeriodView(
                text(sales.from()),
                text(sales.to()),
                Figures.count(sales.sales()),
                Figures.gel(sales.revenueTetri()),
                sales.sales() == 0,
                sales.bestSellers().stream().map(item -> ItemRow.of(item, most)).toList(),
                sales.days().stream()
                        .sorted(Comparator.comparing(DaySales::day).reversed())
                        .map(DayRow::of)
                        .toList());
    }

    private static String text(@Nullable Object date) {
        return date == null ? "" : date.toString();
    }

    /** Pieces, or a weight; both of what is sold by either. */
    private static String sold(BestSeller item) {
        if (item.grams() == 0) {
            return Figures.count(item.quantity());
        }
        String weight = Figures.kilograms(item.grams());
        return item.quantity() == 0 ? weight : Figures.count(item.quantity()) + " + " + weight;
    }

    /** @param percent how long its bar is beside the best's */
    record ItemRow(String code, String name, String category, String quantity, String revenue, long percent) {

        static ItemRow of(BestSeller item, long most) {
            return new ItemRow(
                    item.code(),
                    item.name(),
                    item.category(),
                    sold(item),
                    Figures.gel(item.revenueTetri()),
                    Figures.percent(item.quantity(), most));
        }
    }

    /** @param best the day's best sellers in one line */
    record DayRow(String day, String sales, String revenue, String tokens, List<String> best) {

        static DayRow of(DaySales day) {
            return new DayRow(
                    day.day().toString(),
                    Figures.count(day.sales()),
                    Figures.gel(day.revenueTetri()),
                    Figures.tokens(day.units()),
                    day.bestSellers().stream()
                            .limit(3)
                            .map(item -> "%s × %s".formatted(sold(item), item.name()))
                            .toList());
        }
    }
}
