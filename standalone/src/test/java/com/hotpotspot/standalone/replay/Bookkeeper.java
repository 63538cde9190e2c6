package com.hotpotspot.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Adds up events as anybody could who has the stream and its description, and none of our code. */
final class Bookkeeper {

    private static final ZoneId TBILISI = ZoneId.of("Asia/Tbilisi");

    long sales;
    long voidedSales;
    long claims;
    long refunds;
    long revenueTetri;
    long refundedTetri;
    long genesisUnits;
    long mintedUnits;
    long burnedUnits;
    final Map<String, Long> revenueByNodeAndDay = new TreeMap<>();
    final Map<String, Long> balances = new HashMap<>();
    final Set<String> claimedChecks = new HashSet<>();
    private long outstanding;
    private long lowest;

    static String place(NodeId node, LocalDate day) {
        return node + " " + day;
    }

    long supply() {
        return genesisUnits + mintedUnits - burnedUnits;
    }

    void take(String type, JsonNode event) {
        switch (type) {
            case "network.founded" -> {
                genesisUnits += units(event, "genesisUnits");
                move(event.get("founderWallet"), units(event, "genesisUnits"));
            }
            case "sale.recorded" -> {
                sales++;
                revenue(event, event.get("totalTetri").asLong());
            }
            case "sale.voided" -> {
                voidedSales++;
                revenue(event, -event.get("totalTetri").asLong());
            }
            case "tokens.minted" -> {
                mintedUnits += units(event, "mintedUnits");
                shares(event, 1);
            }
            case "tokens.burned" -> {
                burnedUnits += units(event, "burnedUnits");
                shares(event, -1);
            }
            case "check.claimed" -> {
                claims++;
                assertThat(claimedChecks.add(event.get("check").asString()))
                        .as("claimed once")
                        .isTrue();
                move(event.get("wallet"), -units(event, "units"));
                move(event.get("claimant"), units(event, "units"));
            }
            case "sale.refunded" -> {
                refunds++;
                refundedTetri += event.get("amountTetri").asLong();
            }
            default -> {}
        }
    }

    /** At this position, as at every other. */
    void mustBalance() {
        assertThat(outstanding).isEqualTo(supply());
        assertThat(lowest).isZero();
    }

    private void revenue(JsonNode event, long tetri) {
        revenueTetri += tetri;
        LocalDate day = LocalDate.ofInstant(Instant.parse(event.get("soldAt").asString()), TBILISI);
        String place = place(new NodeId(event.get("node").asString()), day);
        revenueByNodeAndDay.merge(place, tetri, (one, other) -> one + other == 0 ? null : Long.sum(one, other));
    }

    private void shares(JsonNode event, int sign) {
        for (String who : new String[] {"owner", "buyer", "royalty"}) {
            move(event.get(who + "Wallet"), sign * units(event, who + "Units"));
        }
    }

    private void move(JsonNode wallet, long units) {
        outstanding += units;
        lowest = Math.min(lowest, balances.merge(wallet.asString(), units, Long::sum));
    }

    private static long units(JsonNode event, String member) {
        return event.get(member).asLong();
    }
}
