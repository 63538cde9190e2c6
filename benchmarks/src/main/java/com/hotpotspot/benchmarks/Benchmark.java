package com.hotpotspot.benchmarks;

/** One group of measurements. */
interface Benchmark {

    void run(BenchmarkServer server, Figures figures) throws Exception;
}
