package com.hotpotspot.standalone.replay;

import com.hotpotspot.client.Bill;
import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import java.time.Instant;
import java.util.List;

/** An order of the file, on its way to becoming a sale. */
record Order(SaleNumber number, Instant soldAt, List<SaleItem> items, Bill bill) {

    Order {
        items = List.copyOf(items);
    }

    SaleSlip soldAt(NodeId node, TerminalId terminal) {
        return new SaleSlip(node, number, terminal, soldAt, items, bill);
    }
}
