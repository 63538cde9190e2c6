package com.hotpotspot.query.network;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Recorded;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps the network's totals, its nodes with theirs, and their terminals. */
@Component
final class NetworkProjection implements Projection {

    static final ProjectionName NAME = new ProjectionName("network", 2);

    private final JdbcOperations jdbc;

    NetworkProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ProjectionName name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Event>> interests() {
        return Set.of(
                NetworkFounded.class,
                NodeRegistered.class,
                NodeActivated.class,
                NodeDeactivated.class,
                NodeOwnerChanged.class,
                TerminalAuthorised.class,
                TerminalRevoked.class,
                SaleRecorded.class,
                TokensMinted.class,
                SaleVoided.class,
                SaleRefunded.class,
                TokensBurned.class);
    }

    @Override
    public void project(List<Recorded> batch) {
        NetworkChanges changes = new NetworkChanges();
        batch.forEach(recorded -> changes.add(recorded.event()));
        changes.writeTo(jdbc);
    }
}
