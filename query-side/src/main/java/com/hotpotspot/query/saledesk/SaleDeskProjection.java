package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Writes;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps one row a sale, by which it can be found. */
@Component
final class SaleDeskProjection extends Projection<DeskChanges> {

    static final ProjectionName NAME = new ProjectionName("sale_desk", 1);

    private final KeptBusinessDays businessDays;

    SaleDeskProjection(JdbcOperations jdbc) {
        super(NAME, jdbc);
        this.businessDays = new KeptBusinessDays(jdbc);
        on(BusinessDaySet.class, DeskChanges::set);
        onRecorded(SaleRecorded.class, (changes, sale, at) -> changes.recorded(sale, at.position()));
        on(SaleVoided.class, DeskChanges::voided);
        on(SaleRefunded.class, DeskChanges::refunded);
    }

    @Override
    protected DeskChanges begin() {
        return new DeskChanges(businessDays.read());
    }

    @Override
    protected void write(DeskChanges changes, Writes writes) {
        changes.writeTo(writes);
    }
}
