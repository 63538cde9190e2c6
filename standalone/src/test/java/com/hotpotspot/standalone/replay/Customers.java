package com.hotpotspot.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.standalone.network.StarterNetwork;
import com.hotpotspot.standalone.serve.SystemProcess;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Those who buy a file of orders, and what they do afterwards: dice with a seed choose for each sale. What is expected
 * of each answer follows from what was done before to the same sale; different sales go side by side.
 */
final class Customers {

    private static final TerminalId TILL = ReplayNodes.TERMINAL;
    private static final ZoneId TBILISI = ZoneId.of("Asia/Tbilisi");
    private static final int BATCH = 500;
    private static final int HOLDERS = 40;
    private static final int AT_ONCE = 16;
    /** Fewer than the account that sends them all may type in an hour. */
    private static final int WRONG_CODES = 15;

    private final SystemProcess system;
    private final Random dice;
    private final Bookkeeper told = new Bookkeeper();
    private final List<String> wallets = new ArrayList<>();
    private final AtomicInteger wrongCodes = new AtomicInteger();

    Customers(SystemProcess system, long seed) {
        this.system = system;
        this.dice = new Random(seed);
    }

    void foundTheNetwork() throws Exception {
        JsonNode founded = post("/api/v1/network", "{\"founderId\":\"founder\"}", 201);
        told.genesisUnits = founded.get("genesisUnits").asLong();
        for (StarterNetwork.PlannedNode node : StarterNetwork.NODES) {
            post(
                    "/api/v1/nodes",
                    "{\"nodeId\":\"%s\",\"type\":\"%s\",\"city\":\"%s\",\"ownerId\":\"%s\"}"
                            .formatted(node.id(), node.type(), node.city(), node.owner()),
                    201);
            post("/api/v1/nodes/" + node.id() + "/terminals", "{\"terminalId\":\"%s\"}".formatted(TILL), 201);
        }
        for (int i = 0; i < HOLDERS; i++) {
            wallets.add(post("/api/v1/wallets", String.format(Locale.ROOT, "{\"holderId\":\"holder-%d\"}", i), 201)
                    .get("walletId")
                    .asString());
        }
    }

    /** Sells all of it; answers what the tills were told. */
    Bookkeeper buy(List<Order> orders) throws Exception {
        NodeAssignment nodes = new NodeAssignment(StarterNetwork.NODES.stream()
                .map(StarterNetwork.PlannedNode::id)
                .toList());
        List<Future<?>> afterwards = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int from = 0; from < orders.size(); from += BATCH) {
                List<SaleSlip> slips = orders.subList(from, Math.min(from + BATCH, orders.size())).stream()
                        .map(order -> order.soldAt(nodes.nodeOf(order.number()), TILL))
                        .toList();
                List<JsonNode> receipts = sell(slips);
                for (int i = 0; i < slips.size(); i++) {
                    Visit visit = new Visit(slips.get(i), receipts.get(i));
                    int fate = dice.nextInt(200);
                    String wallet = wallets.get(dice.nextInt(HOLDERS));
                    afterwards.add(people.submit(() -> {
                        visit.meets(fate, wallet);
                        return null;
                    }));
                }
            }
        }
        for (Future<?> each : afterwards) {
            each.get();
        }
        return told;
    }

    private List<JsonNode> sell(List<SaleSlip> slips) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (SaleSlip slip : slips) {
            lines.append(new String(EventJson.mapper().writeValueAsBytes(slip), StandardCharsets.UTF_8))
                    .append('\n');
        }
        HttpResponse<String> response =
                system.postToCommandSide("/api/v1/imports/sales", "application/x-ndjson", lines.toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<JsonNode> receipts =
                response.body().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(receipts)
                .hasSameSizeAs(slips)
                .allSatisfy(line -> assertThat(line.get("status").asString()).isEqualTo("accepted"));
        return receipts;
    }

    private JsonNode post(String path, String body, int expected) throws Exception {
        HttpResponse<String> response = system.postToCommandSide(path, body);
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(expected);
        return JsonMapper.shared().readTree(response.body()).path("data");
    }

    /** One sale, and what becomes of it. */
    private final class Visit {

        private final SaleSlip slip;
        private final JsonNode receipt;
        private final long total;

        Visit(SaleSlip slip, JsonNode receipt) {
            this.slip = slip;
            this.receipt = receipt;
            this.total = slip.totalTetri().value();
            synchronized (told) {
                told.sales++;
                told.mintedUnits += receipt.get("mintedUnits").asLong();
                revenue(total);
            }
        }

        /** Nine in two hundred are voided, 36 are claimed, some of these refunded; some try what is not allowed. */
        void meets(int fate, String wallet) throws Exception {
            if (fate < 9) {
                voided(201);
                voided(201);
                refunded("R-1", 1, 409);
                claimed(wallet, 409);
            } else if (fate < 45) {
                if (fate < 15 && wrongCodes.getAndIncrement() < WRONG_CODES) {
                    claimedWithWrongCode(wallet);
                }
                claimed(wallet, 201);
                if (fate < 25) {
                    voided(409);
                }
                if (fate >= 35) {
                    refunded("R-1", Math.max(1, total / 3), 201);
                    refunded("R-1", Math.max(1, total / 3), 201);
                    refunded("R-2", total, 422);
                }
            } else if (fate < 50) {
                refunded("R-1", 1, 409);
            }
        }

        /** A repeated one is answered as the first was. */
        private void voided(int expected) throws Exception {
            HttpResponse<String> response = system.postToCommandSide(
                    "/api/v1/sales/" + sale() + "/void",
                    "{\"terminalId\":\"%s\",\"reason\":\"PAYMENT_FAILED\"}".formatted(TILL));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
            if (isNew(response)) {
                synchronized (told) {
                    told.voidedSales++;
                    told.burnedUnits += receipt.get("mintedUnits").asLong();
                    revenue(-total);
                }
            }
        }

        private void claimed(String wallet, int expected) throws Exception {
            HttpResponse<String> response = claim(receipt.get("claimCode").asString(), wallet);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
            if (isNew(response)) {
                synchronized (told) {
                    told.claims++;
                    told.claimedChecks.add(receipt.get("checkId").asString());
                }
            }
        }

        private void claimedWithWrongCode(String wallet) throws Exception {
            assertThat(claim("0000000000", wallet).statusCode()).isEqualTo(403);
        }

        private HttpResponse<String> claim(String code, String wallet) throws Exception {
            return system.postToCommandSide(
                    "/api/v1/checks/" + receipt.get("checkId").asString() + "/claim",
                    "{\"claimCode\":\"%s\",\"walletId\":\"%s\"}".formatted(code, wallet));
        }

        private void refunded(String number, long tetri, int expected) throws Exception {
            HttpResponse<String> response = system.postToCommandSide(
                    "/api/v1/sales/" + sale() + "/refunds",
                    String.format(
                            Locale.ROOT,
                            "{\"terminalId\":\"%s\",\"refundNumber\":\"%s\",\"amountTetri\":%d,\"reason\":\"QUALITY\"}",
                            TILL,
                            number,
                            tetri));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
            if (isNew(response)) {
                synchronized (told) {
                    told.refunds++;
                    told.refundedTetri += tetri;
                }
            }
        }

        private boolean isNew(HttpResponse<String> response) {
            return response.statusCode() == 201
                    && response.headers().firstValue("Idempotency-Replayed").isEmpty();
        }

        private String sale() {
            return receipt.get("saleId").asString();
        }

        private void revenue(long tetri) {
            told.revenueTetri += tetri;
            told.revenueByNodeAndDay.merge(
                    Bookkeeper.place(slip.nodeId(), LocalDate.ofInstant(slip.soldAt(), TBILISI)),
                    tetri,
                    (one, other) -> one + other == 0 ? null : Long.sum(one, other));
        }
    }
}
