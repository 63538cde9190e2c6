package com.hotpotspot.query.sale;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Recorded;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what each node sold on each business day, in total and by item. */
@Component
final class NodeSalesProjection implements Projection {

    static final ProjectionName NAME = new ProjectionName("node_sales", 1);

    private final JdbcOperations jdbc;
    private final OpenSale openSale;

    NodeSalesProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.openSale = new OpenSale(JdbcClient.create(jdbc));
    }

    @Override
    public ProjectionName name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Event>> interests() {
        return Set.of(SaleRecorded.class, TokensMinted.class);
    }

    /** The events of a sale are neighbours in the log, so only the first and the last of a batch can be parted. */
    @Override
    public void project(List<Recorded> batch) {
        NodeSalesChanges changes = new NodeSalesChanges();
        if (batch.getFirst().event() instanceof TokensMinted) {
            openSale.take().ifPresent(changes::continueWith);
        }
        for (Recorded recorded : batch) {
            switch (recorded.event()) {
                case SaleRecorded sale -> changes.sold(sale);
                case TokensMinted mint -> changes.minted(mint);
                default -> throw new IllegalArgumentException(recorded + " is of no interest here");
            }
        }
        changes.writeTo(jdbc);
        if (batch.getLast().event() instanceof SaleRecorded sale) {
            openSale.put(SoldOn.of(sale));
        }
    }
}
