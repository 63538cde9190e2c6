package com.hotpotspot.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What was measured, by name; later measurements may be put in relation to earlier ones. */
final class Figures {

    private final Map<String, Figure> figures = new LinkedHashMap<>();

    void add(String name, double value, String unit) {
        figures.put(name, new Figure(value, unit));
        System.out.printf(Locale.ROOT, "   %-34s %,14.2f %s%n", name, value, unit);
    }

    /** Adds {@code value / valueOf(other)} if the other was measured in this run. */
    void addRatio(String name, double value, String other) {
        valueOf(other).ifPresent(base -> add(name, value / base, "ratio"));
    }

    OptionalDouble valueOf(String name) {
        Figure figure = figures.get(name);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure.value());
    }

    /** @param start of {@link System#nanoTime()} */
    static double perSecond(long count, long start) {
        return count * 1e9 / (System.nanoTime() - start);
    }

    /** One line a figure, for scripts that compare runs. */
    void print() {
        System.out.println();
        figures.forEach((name, figure) ->
                System.out.printf(Locale.ROOT, "figure %s %.3f %s%n", name, figure.value(), figure.unit()));
    }

    private record Figure(double value, String unit) {}
}
