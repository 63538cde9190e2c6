package com.hotpotspot.command.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What holds at every position of the log, whatever tills and holders of receipts do at the same time: recomputed here
 * from the raw events, with none of the system's own arithmetic.
 */
class TokenInvariantsTest {

    private static final long SEED = 20_231_001;
    private static final int SALES = 150;

    @Test
    void supplyIsGenesisPlusMintedMinusBurnedAndNoBalanceIsBelowZeroAtEveryPosition() throws Exception {
        try (RunningCommandSide system = new RunningCommandSide()) {
            Random dice = new Random(SEED);
            aNetwork(system);
            String wallet = system.post("/api/v1/wallets", "{\"holderId\":\"customer-1\"}")
                    .data()
                    .get("walletId")
                    .asString();
            List<Future<?>> actions = new ArrayList<>();
            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int number = 1; number <= SALES; number++) {
                    String node = dice.nextBoolean() ? "VAKE" : "BATUMI";
                    JsonNode receipt = sold(system, node, number, 1 + dice.nextInt(20));
                    for (int action = dice.nextInt(4); action > 0; action--) {
                        int what = dice.nextInt(4);
                        actions.add(people.submit(() -> act(system, what, receipt, wallet)));
                    }
                }
            }
            for (Future<?> action : actions) {
                action.get();
            }

            Ledger ledger = new Ledger();
            system.log().read(0, 100_000).events().stream()
                    .map(StoredEvent::event)
                    .forEach(ledger::mustStillHoldAfter);

            assertThat(ledger.mints).isEqualTo(SALES);
            assertThat(ledger.burned).isPositive();
            assertThat(ledger.claimed).isNotEmpty();
        }
    }

    private static void aNetwork(RunningCommandSide system) {
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        for (String node : List.of("VAKE", "BATUMI")) {
            system.post("/api/v1/nodes", """
                    {"nodeId":"%s","type":"%s","city":"Tbilisi","ownerId":"owner-%s"}""".formatted(node, node.equals("VAKE") ? "OWNER" : "FRANCHISE", node));
            system.post("/api/v1/nodes/" + node + "/terminals", "{\"terminalId\":\"TILL-1\"}");
        }
    }

    private static JsonNode sold(RunningCommandSide system, String node, int number, int quantity) {
        Reply reply = system.post(
                "/api/v1/sales",
                String.format(
                        Locale.ROOT,
                        """
                {"nodeId":"%s","saleNumber":"%d","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"KHI",\
                "name":"Khinkali","category":"Dumplings","quantity":%d,"unitPriceTetri":180}],"totalTetri":%d}""",
                        node,
                        number,
                        Instant.now().truncatedTo(ChronoUnit.DAYS),
                        quantity,
                        180 * quantity));
        assertThat(reply.status()).isEqualTo(201);
        return reply.data();
    }

    /** Some of these are refused, which is what they are for. */
    private static Reply act(RunningCommandSide system, int what, JsonNode receipt, String wallet) {
        String sale = receipt.get("saleId").asString();
        return switch (what) {
            case 0 ->
                system.post(
                        "/api/v1/sales/" + sale + "/void", "{\"terminalId\":\"TILL-1\",\"reason\":\"PAYMENT_FAILED\"}");
            case 1 ->
                system.post(
                        "/api/v1/sales/" + sale + "/refunds",
                        "{\"terminalId\":\"TILL-1\",\"refundNumber\":\"R-1\",\"amountTetri\":100,\"reason\":\"QUALITY\"}");
            case 2 -> claim(system, sale, "0000000000", wallet);
            default -> claim(system, sale, receipt.get("claimCode").asString(), wallet);
        };
    }

    private static Reply claim(RunningCommandSide system, String check, String code, String wallet) {
        return system.post(
                "/api/v1/checks/" + check + "/claim",
                "{\"claimCode\":\"%s\",\"walletId\":\"%s\"}".formatted(code, wallet));
    }

    /** A bookkeeper who knows the events and nothing else. */
    private static final class Ledger {

        private final Map<WalletId, Long> balances = new HashMap<>();
        private final Set<CheckId> claimed = new HashSet<>();
        private long genesis;
        private long minted;
        private long burned;
        private int mints;

        void mustStillHoldAfter(Event event) {
            switch (event) {
                case NetworkFounded founded -> {
                    genesis = founded.genesisUnits().value();
                    move(founded.founderWallet(), genesis);
                }
                case TokensMinted mint -> {
                    mints++;
                    minted += mint.mintedUnits().value();
                    assertThat(mint.ownerUnits().value()
                                    + mint.buyerUnits().value()
                                    + mint.royaltyUnits().value())
                            .isEqualTo(mint.mintedUnits().value());
                    move(mint.ownerWallet(), mint.ownerUnits());
                    move(mint.buyerWallet(), mint.buyerUnits());
                    move(mint.royaltyWallet(), mint.royaltyUnits());
                }
                case TokensBurned burn -> {
                    burned += burn.burnedUnits().value();
                    move(burn.ownerWallet(), -burn.ownerUnits().value());
                    move(burn.buyerWallet(), -burn.buyerUnits().value());
                    move(burn.royaltyWallet(), -burn.royaltyUnits().value());
                }
                case CheckClaimed claim -> {
                    assertThat(claimed.add(claim.check())).as("claimed once").isTrue();
                    move(claim.wallet(), -claim.units().value());
                    move(claim.claimant(), claim.units());
                }
                default -> {}
            }
            assertThat(balances.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(genesis + minted - burned);
            assertThat(balances.values()).allMatch(balance -> balance >= 0);
        }

        private void move(WalletId wallet, Units units) {
            move(wallet, units.value());
        }

        private void move(WalletId wallet, long units) {
            balances.merge(wallet, units, Math::addExact);
        }
    }
}
