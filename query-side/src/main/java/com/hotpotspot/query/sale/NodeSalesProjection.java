package com.hotpotspot.query.sale;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Writes;
import java.util.Objects;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what each node sold on each business day, in total and by item. */
@Component
final class NodeSalesProjection extends Projection<NodeSalesChanges> {

    static final ProjectionName NAME = new ProjectionName("node_sales", 3);

    /** The events with which every sale begins. */
    private static final int RECORDING = 2;

    private final OpenSale openSale;
    private final KeptBusinessDays businessDays;
    private final EventLog log;

    /** @param log there is one only when the schemas are, which are made for the projections that there are */
    NodeSalesProjection(JdbcOperations jdbc, @Lazy EventLog log) {
        super(NAME, jdbc);
        this.log = log;
        this.businessDays = new KeptBusinessDays(jdbc);
        this.openSale = new OpenSale(JdbcClient.create(jdbc));
        on(BusinessDaySet.class, NodeSalesChanges::set);
        on(SaleRecorded.class, NodeSalesChanges::sold);
        on(TokensMinted.class, NodeSalesChanges::minted);
        on(SaleVoided.class, this::takeBack);
        onRecorded(SaleRefunded.class, (changes, refund, at) -> changes.refunded(refund, at.recordedAt()));
    }

    @Override
    protected NodeSalesChanges begin() {
        return new NodeSalesChanges(businessDays.read(), openSale);
    }

    @Override
    protected void write(NodeSalesChanges changes, Writes writes) {
        changes.writeTo(writes);
    }

    /** What was sold and minted is told by the sale's own stream: voids are rare, and the log never changes. */
    private void takeBack(NodeSalesChanges changes, SaleVoided voided) {
        SaleRecorded recorded = null;
        TokensMinted minted = null;
        for (StoredEvent stored : log.readStream(voided.sale().stream(), 0, RECORDING)) {
            switch (stored.event()) {
                case SaleRecorded event -> recorded = event;
                case TokensMinted event -> minted = event;
                default ->
                    throw new IllegalStateException("%s begins in another way than a sale".formatted(voided.sale()));
            }
        }
        changes.voided(voided, Objects.requireNonNull(recorded), Objects.requireNonNull(minted));
    }
}
