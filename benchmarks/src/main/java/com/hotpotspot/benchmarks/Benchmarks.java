package com.hotpotspot.benchmarks;

import com.hotpotspot.environment.Carriers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the benchmarks that were asked for, or all, and ends with one line a figure. */
public final class Benchmarks {

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("append", new AppendBenchmark());
        ALL.put("read", new ReadBenchmark());
        ALL.put("wakeup", new WakeUpBenchmark());
        ALL.put("http", new HttpBenchmark());
        ALL.put("audit", new AuditBenchmark());
        ALL.put("hash", new HashBenchmark());
        ALL.put("growth", new GrowthBenchmark());
        ALL.put("read-side", new ReadSideBenchmark());
    }

    private Benchmarks() {}

    /** @param arguments names of benchmarks, comma separated; all of them if there are none */
    public static void main(String[] arguments) throws Exception {
        Carriers.shareProcessors();
        List<String> wanted = Stream.of(arguments)
                .flatMap(argument -> Stream.of(argument.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!ALL.keySet().containsAll(wanted)) {
            System.err.println("There are the benchmarks " + String.join(", ", ALL.keySet()));
            System.exit(2);
        }
        Set<String> selected = wanted.isEmpty() ? ALL.keySet() : Set.copyOf(wanted);
        Figures figures = new Figures();
        try (BenchmarkServer server = BenchmarkServer.start()) {
            for (Map.Entry<String, Benchmark> benchmark : ALL.entrySet()) {
                if (selected.contains(benchmark.getKey())) {
                    System.out.printf("%n== %s%n", benchmark.getKey());
                    benchmark.getValue().run(server, figures);
                    server.dropDatabases();
                }
            }
        }
        figures.print();
        System.exit(0);
    }
}
