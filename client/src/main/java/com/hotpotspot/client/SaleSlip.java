package com.hotpotspot.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a till rang up, as it goes to the command side. Node and number are its natural key.
 *
 * @param soldAt kept to the millisecond
 * @param bill its members stand beside the others
 */
public record SaleSlip(
        NodeId nodeId,
        SaleNumber saleNumber,
        TerminalId terminalId,
        Instant soldAt,
        List<SaleItem> items,
        @JsonUnwrapped Bill bill) {

    public SaleSlip {
        soldAt = soldAt.truncatedTo(ChronoUnit.MILLIS);
        items = List.copyOf(items);
    }

    /** A sale of which nothing more is said. */
    public SaleSlip(NodeId nodeId, SaleNumber saleNumber, TerminalId terminalId, Instant soldAt, List<SaleItem> items) {
        this(nodeId, saleNumber, terminalId, soldAt, items, Bill.PLAIN);
    }

    /**
     * What all items come to less all discounts.
     *
     * @throws ArithmeticException if it is beyond what an amount can be, or below nothing
     */
    @JsonProperty
    public Tetri totalTetri() {
        return items.stream().map(SaleItem::net).reduce(Tetri.ZERO, Tetri::plus).minus(bill.discount());
    }
}
