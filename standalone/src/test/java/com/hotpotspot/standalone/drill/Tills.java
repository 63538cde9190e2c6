package com.hotpotspot.standalone.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.client.Waiting;
import com.hotpotspot.events.json.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tills that sell side by side, some sale by sale and some in batches, and send again whatever was not answered. They
 * note every answer as it arrives: of a batch that breaks off, the lines that came through.
 */
final class Tills implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int SINGLE = 40;
    private static final int BATCHES = 4;
    private static final int BATCH_LINES = 50;
    private static final Duration ONE_ANSWER = Duration.ofSeconds(60);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(100);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI commandSide;
    private final BearerTokens tokens;
    private final Receipts receipts;
    private final Queue<SaleSlip> toSell;
    private final int soldBefore;
    private final int all;
    private final Waiting waiting = Waiting.really();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService staff = Executors.newVirtualThreadPerTaskExecutor();

    private Tills(URI commandSide, BearerTokens tokens, List<SaleSlip> slips, Receipts receipts) {
        this.commandSide = commandSide;
        this.tokens = tokens;
        this.receipts = receipts;
        this.toSell = new ConcurrentLinkedQueue<>(slips);
        this.soldBefore = receipts.count();
        this.all = slips.size();
    }

    /** Begins to sell. */
    static Tills sell(URI commandSide, BearerTokens tokens, List<SaleSlip> slips, Receipts receipts) {
        Tills tills = new Tills(commandSide, tokens, slips, receipts);
        for (int i = 0; i < SINGLE; i++) {
            tills.staff.execute(tills::sellOneByOne);
        }
        for (int i = 0; i < BATCHES; i++) {
            tills.staff.execute(tills::sellInBatches);
        }
        return tills;
    }

    /** Waits until so many of the sales are acknowledged, and notices it at once. */
    void awaitSold(int sales) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(1)).until(() -> receipts.count() >= soldBefore + sales);
    }

    void awaitAllSold() {
        await().atMost(LIMIT).until(() -> receipts.count() >= soldBefore + all);
    }

    /** Ends the tills; what they have not sold by now they never will. */
    @Override
    public void close() {
        toSell.clear();
        http.shutdownNow();
        staff.shutdownNow();
    }

    private void sellOneByOne() {
        for (SaleSlip slip = toSell.poll(); slip != null; slip = toSell.poll()) {
            while (!sell(slip)) {
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void sellInBatches() {
        while (true) {
            List<SaleSlip> batch = new ArrayList<>();
            for (SaleSlip slip = toSell.poll();
                    slip != null;
                    slip = batch.size() < BATCH_LINES ? toSell.poll() : null) {
                batch.add(slip);
            }
            if (batch.isEmpty()) {
                return;
            }
            while (!sell(batch)) {
                if (!pause()) {
                    return;
                }
            }
        }
    }

    /** @return whether it was acknowledged */
    private boolean sell(SaleSlip slip) {
        HttpRequest request =
                post("/api/v1/sales", "application/json", EventJson.mapper().writeValueAsString(slip));
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 201) {
                boolean again =
                        response.headers().firstValue("Idempotency-Replayed").isPresent();
                receipts.acknowledge(
                        slip, position(JSON.readTree(response.body()).path("data")), again);
                return true;
            }
            sentAway(response.statusCode(), response.body());
        } catch (IOException e) {
            // No answer: the sale may be recorded or not, and is sent again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** @return whether all of it was acknowledged */
    private boolean sell(List<SaleSlip> batch) {
        String lines = batch.stream()
                .map(slip -> EventJson.mapper().writeValueAsString(slip))
                .collect(Collectors.joining("\n"));
        int sold = 0;
        try {
            HttpResponse<InputStream> response =
                    http.send(post("/api/v1/sales/batch", "application/x-ndjson", lines), BodyHandlers.ofInputStream());
            try (BufferedReader answers = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
                if (response.statusCode() != 200) {
                    sentAway(response.statusCode(), answers.lines().collect(Collectors.joining()));
                    return false;
                }
                for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                    JsonNode answer = JSON.readTree(line);
                    sold += hear(batch.get(answer.path("line").asInt() - 1), answer) ? 1 : 0;
                }
            }
        } catch (IOException e) {
            // The rest was not answered, and all of it is sent again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sold == batch.size();
    }

    /** @return whether this line of a batch acknowledges the sale */
    private boolean hear(SaleSlip slip, JsonNode answer) {
        String status = answer.path("status").asString("");
        if (status.equals("accepted") || status.equals("replayed")) {
            receipts.acknowledge(slip, position(answer), status.equals("replayed"));
            return true;
        }
        if (answer.path("code").asString("").equals("log-unavailable")) {
            receipts.sendAway();
        } else {
            receipts.surprise("a line of a batch was answered with " + answer);
        }
        return false;
    }

    private void sentAway(int status, String body) {
        if (status == 503) {
            receipts.sendAway();
        } else {
            receipts.surprise(String.format(Locale.ROOT, "a till was answered with %d: %s", status, body));
        }
    }

    private static long position(JsonNode answer) {
        return answer.path("position").asLong(-1);
    }

    private HttpRequest post(String path, String type, String body) {
        return HttpRequest.newBuilder(commandSide.resolve(path))
                .timeout(ONE_ANSWER)
                .header("Authorization", tokens.current().authorization())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** @return false if the till is closed */
    private boolean pause() {
        try {
            waiting.pause(BEFORE_THE_NEXT_TRY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
