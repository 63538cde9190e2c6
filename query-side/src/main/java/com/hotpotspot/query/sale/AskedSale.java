package com.hotpotspot.query.sale;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.query.web.Problem;

/** The sale that a path names as its receipt does: by node and number. */
public final class AskedSale {

    private AskedSale() {}

    /**
     * The number may be written as {@code NODE:number}, since {@code ..} alone would lead elsewhere in a path.
     *
     * @throws Problem if no sale can be called so
     */
    public static SaleId of(String nodeId, String saleNumber) {
        try {
            NodeId node = new NodeId(nodeId);
            String itsOwn = node.value() + ':';
            return SaleId.of(
                    node,
                    new SaleNumber(saleNumber.startsWith(itsOwn) ? saleNumber.substring(itsOwn.length()) : saleNumber));
        } catch (InvalidValue e) {
            throw Problem.invalid(e.field(), e.reason());
        }
    }

    /** 404: nothing was recorded under that number. */
    public static Problem unknown() {
        return Problem.of(UnknownCode.SALE_UNKNOWN, "There is no such sale at this node.");
    }
}
