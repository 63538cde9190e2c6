package com.hotpotspot.benchmarks;

import com.hotpotspot.command.sale.RecordSale;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** An endless supply of ordinary sales: three lines each, spread over the nodes, numbered like a till does. */
final class Sales {

    static final List<NodeId> NODES =
            List.of(new NodeId("VAKE"), new NodeId("BATUMI"), new NodeId("KUTAISI"), new NodeId("RUSTAVI"));
    static final TerminalId TILL = new TerminalId("TILL-1");
    static final List<SaleItem> ITEMS = List.of(
            new SaleItem("KHI-MTI", "Khinkali Mtiuluri", "Dumplings", 10, Tetri.of(180)),
            new SaleItem("KHA-IME", "Imeruli Khachapuri", "Khachapuri", 1, Tetri.of(1650)),
            new SaleItem("BOR-500", "Borjomi 0.5", "Drinks", 2, Tetri.of(450)));
    static final Tetri TOTAL = ITEMS.stream().map(SaleItem::amount).reduce(Tetri.ZERO, Tetri::plus);

    private final AtomicLong next;

    Sales() {
        this(0);
    }

    private Sales(long before) {
        next = new AtomicLong(before);
    }

    /** Those whose numbers are larger. */
    static Sales after(long before) {
        return new Sales(before);
    }

    long nextNumber() {
        return next.incrementAndGet();
    }

    static NodeId nodeOf(long number) {
        return NODES.get((int) (number % NODES.size()));
    }

    RecordSale next() {
        long number = nextNumber();
        return new RecordSale(
                nodeOf(number),
                new SaleNumber(Long.toString(number)),
                TILL,
                Instant.now(),
                ITEMS,
                TOTAL,
                Optional.empty(),
                SaleOrigin.TILL);
    }

    static long price(SaleItem item) {
        return item.amount().value() / item.pieces();
    }

    /** The next sale as a till writes it. */
    String nextJson() {
        long number = nextNumber();
        StringBuilder json = new StringBuilder(600)
                .append("{\"nodeId\":\"")
                .append(nodeOf(number))
                .append("\",\"saleNumber\":\"")
                .append(number)
                .append("\",\"terminalId\":\"TILL-1\",\"soldAt\":\"")
                .append(Instant.now())
                .append("\",\"items\":[");
        for (SaleItem item : ITEMS) {
            json.append("{\"code\":\"")
                    .append(item.code())
                    .append("\",\"name\":\"")
                    .append(item.name())
                    .append("\",\"category\":\"")
                    .append(item.category())
                    .append("\",\"quantity\":")
                    .append(item.pieces())
                    .append(",\"unitPriceTetri\":")
                    .append(price(item))
                    .append("},");
        }
        json.setLength(json.length() - 1);
        return json.append("],\"totalTetri\":")
                .append(TOTAL.value())
                .append('}')
                .toString();
    }
}
