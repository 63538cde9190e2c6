package com.hotpotspot.client;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 */
public record SaleSlip(
        NodeId nodeId, SaleNumber saleNumber, TerminalId terminalId, Instant soldAt, List<SaleItem> items) {

    public SaleSlip {
        soldAt = soldAt.truncatedTo(ChronoUnit.MILLIS);
        items = List.copyOf(items);
    }

    /**
     * The sum of all items.
     *
     * @throws ArithmeticException if it is beyond what an amount can be
     */
    @JsonProperty
    public Tetri totalTetri() {
        return items.stream().map(SaleItem::amount).reduce(Tetri.ZERO, Tetri::plus);
    }
}
