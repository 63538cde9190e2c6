package com.hotpotspot.query.overview;

import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.overview.RevenueChart.Series;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RevenueChart} as a page draws it. All lengths are shares of the drawing's width or height, written as SVG
 * and CSS do, for example {@code 12.50%}; so it fits a window of any width, and nobody has to draw it again.
 *
 * @param lines of the scale, from above
 * @param slots from the left
 * @param names of the series, where there are several
 */
record RevenueDrawing(List<Line> lines, List<Slot> slots, List<String> names) {

    /** Hundredths of a per cent. */
    private static final long WHOLE = 10_000;

    private static final int MOST_LINES = 5;
    private static final int MOST_LABELS = 8;

    /** So that two bars do not look like two walls. */
    private static final long WIDEST_BAR = 800;

    /** Nearer to an edge than this, a label that stands in the middle would reach beyond it. */
    private static final long EDGE = 400;

    static RevenueDrawing of(RevenueChart chart, Figures figures, String others) {
        List<Series> series = chart.series().stream()
                .map(each -> each.name().isEmpty() ? new Series(others, each.tetri()) : each)
                .toList();
        int count = chart.slots().size();
        long[] sums =
                IntStream.range(0, count).mapToLong(slot -> sum(series, slot)).toArray();
        long step = step(LongStream.of(sums).max().orElse(0));
        long top = step * Math.max(1, Math.ceilDiv(LongStream.of(sums).max().orElse(0), step));
        int labelled = Math.max(1, Math.ceilDiv(count, MOST_LABELS));
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long begin = WHOLE * i / count;
            long end = WHOLE * (i + 1) / count;
            Label label =
                    i % labelled == 0 ? label(chart.label(i, figures), (begin + end) / 2, i / labelled % 2 == 0) : null;
            slots.add(new Slot(
                    share(begin),
                    share(end - begin),
                    told(chart.name(i, figures), series, i, sums[i], figures),
                    bars(series, i, begin, end, top),
                    label));
        }
        return new RevenueDrawing(
                LongStream.rangeClosed(1, top / step)
                        .map(number -> top - step * (number - 1))
                        .mapToObj(tetri -> new Line(share(WHOLE - height(tetri, top)), figures.count(tetri / 100)))
                        .toList(),
                slots,
                series.size() > 1 ? series.stream().map(Series::name).toList() : List.of());
    }

    /** Whether nothing was sold that could be drawn. Public because a template calls it. */
    public boolean isEmpty() {
        return slots.stream().allMatch(slot -> slot.bars().isEmpty());
    }

    /** Of the scale: one, two or five times a power of ten, in whole lari. */
    private static long step(long most) {
        long step = 100;
        for (int i = 0; Math.ceilDiv(most, step) > MOST_LINES; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private static long sum(List<Series> series, int slot) {
        return series.stream().mapToLong(each -> taken(each, slot)).reduce(0, Math::addExact);
    }

    private static long taken(Series series, int slot) {
        return Math.max(0, series.tetri().get(slot));
    }

    private static Label label(String text, long middle, boolean everywhere) {
        String anchor = middle < EDGE ? "start" : middle > WHOLE - EDGE ? "end" : "middle";
        return new Label(text, share(middle), anchor, everywhere);
    }

    private static List<Bar> bars(List<Series> series, int slot, long begin, long end, long top) {
        long width = Math.min(WIDEST_BAR, (end - begin) * 4 / 5);
        String left = share((begin + end - width) / 2);
        List<Bar> bars = new ArrayList<>();
        long below = 0;
        for (int i = 0; i < series.size(); i++) {
            long upTo = below + taken(series.get(i), slot);
            if (upTo > below) {
                long foot = height(below, top);
                long head = height(upTo, top);
                bars.add(new Bar(i, left, share(WHOLE - head), share(width), share(head - foot)));
            }
            below = upTo;
        }
        return bars;
    }

    /** Of all that there can be; the largest sales are beyond what a product of two longs holds. */
    private static long height(long tetri, long top) {
        return BigInteger.valueOf(tetri)
                .multiply(BigInteger.valueOf(WHOLE))
                .divide(BigInteger.valueOf(top))
                .longValueExact();
    }

    /** What is said of a slot to whoever points at it, in lines. */
    private static String told(String name, List<Series> series, int slot, long sum, Figures figures) {
        StringBuilder told = new StringBuilder(name).append(": ").append(figures.money(sum));
        if (series.size() > 1) {
            series.stream()
                    .filter(each -> taken(each, slot) > 0)
                    .forEach(each -> told.append('\n')
                            .append(each.name())
                            .append(": ")
                            .append(figures.money(taken(each, slot))));
        }
        return told.toString();
    }

    private static String share(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString() + '%';
    }

    /** @param y from above; the amount is in lari */
    record Line(String y, String amount) {}

    /** @param told to whoever points at it */
    record Slot(
            String x,
            String width,
            String told,
            List<Bar> bars,
            @Nullable Label label) {}

    /** @param series its place among all, which gives it its colour */
    record Bar(int series, String x, String y, String width, String height) {}

    /**
     * @param anchor as SVG says it
     * @param everywhere also where there is little room
     */
    record Label(String text, String x, String anchor, boolean everywhere) {}
}
