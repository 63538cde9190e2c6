package com.hotpotspot.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is read while the network sells: how soon a page shows a sale, and what a rebuild of all projections does to
 * those who sell and to those who read. Client, both sides and the database share one machine.
 */
final class ReadSideUnderSales {

    /** Of those that the log was filled with, or more. */
    private static final long LAST_NUMBER = 10_000_000;

    private static final int SALES_A_SECOND = 1_000;
    private static final int SALES_A_BATCH = 100;
    private static final int BESIDE_A_SECOND = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Pattern SHOWN = Pattern.compile("data-figure=\"position\">([^<]+)<");

    private final RunningCommandSide commandSide;
    private final RunningReadSide side;
    private final Figures figures;
    private final URI door;
    private final Sales sales = Sales.after(LAST_NUMBER);

    ReadSideUnderSales(RunningCommandSide commandSide, RunningReadSide side, Figures figures) {
        this.commandSide = commandSide;
        this.side = side;
        this.figures = figures;
        this.door = commandSide.address("/api/v1/sales");
    }

    void run() throws Exception {
        // As a system that has run for a while: pages and sales are compiled, and nothing is left over to be done.
        freshness(() -> single(SALES_A_SECOND, WARM_UP));
        freshness(() -> batches(WARM_UP));
        report("page.freshness.batches", freshness(() -> batches(MEASURED)));
        report("page.freshness.single", freshness(() -> single(SALES_A_SECOND, MEASURED)));
        besideSales();
    }

    private Histogram single(int perSecond, Duration duration) throws Exception {
        return OpenLoop.run(door, commandSide.authorization(), sales, perSecond, duration);
    }

    /** As many sales a second as single ones, {@link #SALES_A_BATCH} at a time. */
    private long batches(Duration duration) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            long batches = duration.toSeconds() * SALES_A_SECOND / SALES_A_BATCH;
            long start = System.nanoTime();
            for (int i = 1; i <= batches; i++) {
                StringBuilder body = new StringBuilder();
                for (int line = 0; line < SALES_A_BATCH; line++) {
                    body.append(sales.nextJson()).append('\n');
                }
                require(
                        http.send(
                                        commandSide
                                                .request("/api/v1/sales/batch")
                                                .header("Content-Type", "application/x-ndjson")
                                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .statusCode(),
                        200);
                long due = start + i * TimeUnit.SECONDS.toNanos(1) * SALES_A_BATCH / SALES_A_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
            }
            return batches;
        }
    }

    /** From when a sale is answered, and so recorded, until the network's page that shows it has come. */
    private Histogram freshness(Callable<?> load) throws Exception {
        Histogram times = new Histogram(3);
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                HttpClient http = HttpClient.newHttpClient()) {
            Future<?> selling = threads.submit(load);
            while (!selling.isDone()) {
                long position = sell(http);
                long recorded = System.nanoTime();
                side.statistics("?atLeast=" + position);
                if (position(side.page("/")) < position) {
                    throw new IllegalStateException("a page is behind what was answered");
                }
                times.recordValue(System.nanoTime() - recorded);
                Thread.sleep(BETWEEN_LOOKS);
            }
            selling.get();
        }
        return times;
    }

    private void report(String name, Histogram times) {
        figures.add(name + ".looks", (double) times.getTotalCount(), "pages");
        figures.add(name + "-p50", times.getValueAtPercentile(50) / 1e6, "ms");
        figures.add(name + "-p99", times.getValueAtPercentile(99) / 1e6, "ms");
    }

    private long sell(HttpClient http) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                commandSide
                        .request("/api/v1/sales")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(sales.nextJson()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        require(response.statusCode(), 201);
        return JsonMapper.shared()
                .readTree(response.body())
                .get("data")
                .get("position")
                .asLong();
    }

    /** As a person reads it, with whatever parts its digits. */
    private static long position(String page) {
        Matcher shown = SHOWN.matcher(page);
        if (!shown.find()) {
            throw new IllegalStateException("a page without a position");
        }
        return Long.parseLong(shown.group(1).replaceAll("\\D", ""));
    }

    private void besideSales() throws Exception {
        long before = side.statistics("").get("sales").asLong();
        Histogram alone = single(BESIDE_A_SECOND, MEASURED);
        long start = System.nanoTime();
        AtomicBoolean over = new AtomicBoolean();
        Histogram beside = new Histogram(3);
        Watched watched;
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Watched> watching = threads.submit(() -> watch(over));
            side.beginRebuild();
            while (!side.haveSwitched(3)) {
                beside.add(single(BESIDE_A_SECOND, Duration.ofSeconds(5)));
            }
            figures.add("rebuild.beside-sales.seconds", (System.nanoTime() - start) / 1e9, "s");
            over.set(true);
            watched = watching.get();
        }
        side.statistics("?atLeast=" + commandSideHead());
        long lost = before
                + alone.getTotalCount()
                + beside.getTotalCount()
                + 1
                - side.statistics("").get("sales").asLong();
        figures.add("rebuild.beside-sales.alone-p99", alone.getValueAtPercentile(99) / 1e6, "ms");
        figures.add("rebuild.beside-sales.p99", beside.getValueAtPercentile(99) / 1e6, "ms");
        figures.add(
                "rebuild.beside-sales",
                (double) beside.getValueAtPercentile(99) / alone.getValueAtPercentile(99),
                "ratio");
        figures.add("rebuild.beside-sales.lost", (double) lost, "sales");
        figures.add("rebuild.beside-sales.looks", (double) watched.looks(), "answers");
        figures.add("rebuild.beside-sales.errors", (double) watched.errors(), "answers");
        figures.add("rebuild.beside-sales.steps-back", (double) watched.stepsBack(), "answers");
    }

    /** One sale more, behind which is nothing. */
    private long commandSideHead() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return sell(http);
        }
    }

    /** Asks for figures and for their page again and again. */
    private Watched watch(AtomicBoolean over) throws InterruptedException {
        long looks = 0;
        long errors = 0;
        long stepsBack = 0;
        long furthest = -1;
        while (!over.get()) {
            try {
                JsonNode answer = side.statistics("");
                long position = Math.min(answer.get("position").asLong(), position(side.page("/")));
                stepsBack += position < furthest ? 1 : 0;
                furthest = Math.max(furthest, answer.get("position").asLong());
            } catch (IOException | IllegalStateException e) {
                System.out.println("   " + e);
                errors++;
            }
            looks++;
            Thread.sleep(BETWEEN_LOOKS);
        }
        return new Watched(looks, errors, stepsBack);
    }

    private static void require(int status, int expected) throws IOException {
        if (status != expected) {
            throw new IOException("answered " + status);
        }
    }

    private record Watched(long looks, long errors, long stepsBack) {}
}
