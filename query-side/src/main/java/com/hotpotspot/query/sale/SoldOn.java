package com.hotpotspot.query.sale;

import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRecorded;
import java.time.LocalDate;

/** Where and on which business day a sale counts. */
record SoldOn(SaleId sale, NodeId node, LocalDate day) {

    static SoldOn of(SaleRecorded event, BusinessDays days) {
        return new SoldOn(event.sale(), event.node(), days.dayOf(event.soldAt()));
    }
}
