package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleNumber;

/** The way to a sale's page. */
final class SaleLink {

    private SaleLink() {}

    /** A number that would lead elsewhere in a path is written with its node, as other doors read it, too. */
    static String to(NodeId node, SaleNumber number) {
        String written = number.value().matches("\\.{1,2}") ? node.value() + ':' + number.value() : number.value();
        return "/nodes/" + node.value() + "/sales/" + written;
    }
}
