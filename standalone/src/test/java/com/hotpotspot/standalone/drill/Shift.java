package com.hotpotspot.standalone.drill;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.CommandDoor;
import com.hotpotspot.client.Patience;
import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.standalone.network.StarterNetwork;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Where the drills sell, and what. */
final class Shift {

    private static final TerminalId TILL = new TerminalId("TILL-1");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Shift() {}

    /** Sets up a network with a till at each of its nodes. */
    static void open(URI commandSide, BearerTokens tokens) {
        try (CommandDoor door = new CommandDoor(commandSide, tokens, Patience.of(PATIENCE))) {
            StarterNetwork.found(door, NetworkPurpose.DEMO).orThrow("Founding the network");
            StarterNetwork.registerNodes(door);
            StarterNetwork.NODES.forEach(node -> door.authorise(TILL, node.id()).orThrow("Authorising a till"));
        }
    }

    /** What is sold in one round; no other round has the same sales. */
    static List<SaleSlip> sales(int round, int count, Random dice) {
        return IntStream.range(0, count)
                .mapToObj(i -> sale(String.format(Locale.ROOT, "%d-%05d", round, i), dice))
                .toList();
    }

    private static SaleSlip sale(String number, Random dice) {
        NodeId node = StarterNetwork.NODES
                .get(dice.nextInt(StarterNetwork.NODES.size()))
                .id();
        return sale(node, TILL, number, dice);
    }

    /** What somebody eats now. */
    static SaleSlip sale(NodeId node, TerminalId till, String number, Random dice) {
        SaleItem khinkali = new SaleItem("KH1", "Khinkali", "Khinkali", dice.nextInt(5, 21), Tetri.of(180));
        SaleItem lemonade = new SaleItem("DR1", "Lemonade", "Drinks", dice.nextInt(1, 5), Tetri.of(450));
        return new SaleSlip(node, new SaleNumber(number), till, Instant.now(), List.of(khinkali, lemonade));
    }
}
