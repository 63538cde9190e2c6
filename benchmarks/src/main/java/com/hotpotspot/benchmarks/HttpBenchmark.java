package com.hotpotspot.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The till's doors over HTTP, with the client on the same machine. */
final class HttpBenchmark implements Benchmark {

    private static final int LINES = 5_000;
    private static final int BATCHES = 12;
    private static final int WARM_UP_BATCHES = 20;
    private static final int PER_SECOND = 1_000;
    private static final Duration OPEN_LOOP = Duration.ofSeconds(20);
    private static final Duration OPEN_LOOP_WARM_UP = Duration.ofSeconds(60);

    @Override
    public void run(BenchmarkServer server, Figures figures) throws Exception {
        try (RunningCommandSide system = new RunningCommandSide(server.newLog());
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            Sales sales = new Sales();
            batches(system, client, sales, WARM_UP_BATCHES);
            figures.add("http.batch", batches(system, client, sales, BATCHES), "sales/s");
            figures.addRatio(
                    "http.batch-vs-relational", figures.valueOf("http.batch").orElseThrow(), "append.relational.best");
            URI door = system.address("/api/v1/sales");
            String authorization = system.authorization();
            OpenLoop.run(door, authorization, sales, PER_SECOND, OPEN_LOOP_WARM_UP);
            Histogram latencies = Round.median(() -> new Load.Result(
                            PER_SECOND, OpenLoop.run(door, authorization, sales, PER_SECOND, OPEN_LOOP)))
                    .latencies();
            figures.add("http.single-p50", latencies.getValueAtPercentile(50) / 1e6, "ms");
            figures.add("http.single-p99", latencies.getValueAtPercentile(99) / 1e6, "ms");
            figures.add("http.single-p99.9", latencies.getValueAtPercentile(99.9) / 1e6, "ms");
        }
    }

    private static double batches(RunningCommandSide system, HttpClient client, Sales sales, int count)
            throws IOException, InterruptedException {
        long nanos = 0;
        for (int i = 0; i < count; i++) {
            StringBuilder body = new StringBuilder(LINES * 400);
            for (int line = 0; line < LINES; line++) {
                body.append(sales.nextJson()).append('\n');
            }
            HttpRequest request = system.request("/api/v1/sales/batch")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
            long start = System.nanoTime();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            nanos += System.nanoTime() - start;
            long accepted = response.body()
                    .lines()
                    .filter(line -> line.contains("\"status\":\"accepted\""))
                    .count();
            if (accepted != LINES) {
                throw new IOException(String.format(Locale.ROOT, "only %d of %d sales were accepted", accepted, LINES));
            }
        }
        return count * (double) LINES * 1e9 / nanos;
    }
}
