package com.hotpotspot.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Systems that are measured in turn, several times, so that a machine that slows down or speeds up does so for all of
 * them. What counts of each is the run in the middle.
 */
final class Round {

    private static final int TURNS = 3;

    private final Map<String, Measurement> measurements = new LinkedHashMap<>();

    Round with(String name, Measurement measurement) {
        measurements.put(name, measurement);
        return this;
    }

    /** The median run of one system alone. */
    static Load.Result median(Measurement measurement) throws Exception {
        return new Round()
                .with("alone", measurement)
                .medians()
                .values()
                .iterator()
                .next();
    }

    /** The median run of each, by name. */
    Map<String, Load.Result> medians() throws Exception {
        Map<String, List<Load.Result>> results = new LinkedHashMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (Map.Entry<String, Measurement> measurement : measurements.entrySet()) {
                results.computeIfAbsent(measurement.getKey(), name -> new ArrayList<>())
                        .add(measurement.getValue().run());
            }
        }
        Map<String, Load.Result> medians = new LinkedHashMap<>();
        results.forEach((name, runs) -> {
            runs.sort(Comparator.comparingDouble(Load.Result::perSecond).thenComparing(run -> -run.millis(99)));
            medians.put(name, runs.get(TURNS / 2));
        });
        return medians;
    }

    /** One run of one system. */
    @FunctionalInterface
    interface Measurement {
        Load.Result run() throws Exception;
    }
}
