package com.hotpotspot.standalone.drill;

import static org.awaitility.Awaitility.await;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.client.Waiting;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tills that sell something every second, come what may. How long a sale takes is counted from the moment at which it
 * was due, so that one that waits for the one before it is not taken for quick.
 */
final class RushHour implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI commandSide;
    private final Receipts receipts;
    private final Waiting waiting = Waiting.really();
    private final Queue<Long> microseconds = new ConcurrentLinkedQueue<>();
    private final ExecutorService staff = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;

    /** One of them, with a terminal of its own. */
    record Till(NodeId node, TerminalId terminal, BearerTokens tokens) {}

    private RushHour(URI commandSide, Receipts receipts) {
        this.commandSide = commandSide;
        this.receipts = receipts;
    }

    static RushHour sell(URI commandSide, List<Till> tills, Receipts receipts) {
        RushHour rush = new RushHour(commandSide, receipts);
        for (int i = 0; i < tills.size(); i++) {
            Till till = tills.get(i);
            // Not all in the same instant.
            long first = rush.waiting.nanoTime() + EVERY.toNanos() * i / tills.size();
            rush.staff.execute(() -> rush.sell(till, first));
        }
        return rush;
    }

    private void sell(Till till, long first) {
        Random dice = new Random(till.node().hashCode());
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int n = 0; !over; n++) {
                long due = first + EVERY.toNanos() * n;
                pauseUntil(due);
                SaleSlip slip = Shift.sale(till.node(), till.terminal(), till.terminal() + "-" + n, dice);
                // One that failed is sent again until it is known what became of it, and counted as failed.
                while (!sell(http, till, slip)) {
                    waiting.pause(BEFORE_THE_NEXT_TRY);
                }
                microseconds.add(TimeUnit.NANOSECONDS.toMicros(waiting.nanoTime() - due));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sell(HttpClient http, Till till, SaleSlip slip) throws InterruptedException {
        String why;
        try {
            HttpResponse<String> response = http.send(request(till, slip), BodyHandlers.ofString());
            if (response.statusCode() == 201) {
                receipts.acknowledge(
                        slip,
                        JSON.readTree(response.body())
                                .path("data")
                                .path("position")
                                .asLong(-1),
                        response.headers().firstValue("Idempotency-Replayed").isPresent());
                return true;
            }
            why = String.format(Locale.ROOT, "%d %s", response.statusCode(), response.body());
        } catch (IOException e) {
            why = e.toString();
        }
        receipts.surprise("the sale %s of %s failed: %s".formatted(slip.saleNumber(), slip.nodeId(), why));
        return false;
    }

    private HttpRequest request(Till till, SaleSlip slip) {
        return HttpRequest.newBuilder(commandSide.resolve("/api/v1/sales"))
                .timeout(ONE_ANSWER)
                .header("Authorization", till.tokens().current().authorization())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EventJson.mapper().writeValueAsString(slip)))
                .build();
    }

    private void pauseUntil(long due) throws InterruptedException {
        long left = due - waiting.nanoTime();
        if (left > 0) {
            waiting.pause(Duration.ofNanos(left));
        }
    }

    /** Waits until so many sales were made. */
    void awaitSales(int sales) {
        await().atMost(LIMIT).until(() -> microseconds.size() >= sales);
    }

    /** How long each sale took, in microseconds, the quickest first. */
    List<Long> times() {
        return microseconds.stream().sorted().toList();
    }

    /** Forgets what it took so far. */
    void forgetTimes() {
        microseconds.clear();
    }

    /** Each till makes the sale whole that it is at, and no other. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        staff.shutdown();
        if (!staff.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            staff.shutdownNow();
            throw new AssertionError("a till is still at its last sale");
        }
    }
}
