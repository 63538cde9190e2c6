package com.hotpotspot.query.network;

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
import com.hotpotspot.query.projection.Writes;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps the network's totals, its nodes with theirs, and their terminals. */
@Component
final class NetworkProjection extends Projection<NetworkChanges> {

    static final ProjectionName NAME = new ProjectionName("network", 2);

    NetworkProjection(JdbcOperations jdbc) {
        super(NAME, jdbc);
        on(NetworkFounded.class, NetworkChanges::founded);
        on(NodeRegistered.class, NetworkChanges::registered);
        on(NodeActivated.class, NetworkChanges::activated);
        on(NodeDeactivated.class, NetworkChanges::deactivated);
        on(NodeOwnerChanged.class, NetworkChanges::changedOwner);
        on(TerminalAuthorised.class, NetworkChanges::authorised);
        on(TerminalRevoked.class, NetworkChanges::revoked);
        on(SaleRecorded.class, NetworkChanges::sold);
        on(TokensMinted.class, NetworkChanges::minted);
        on(SaleVoided.class, NetworkChanges::voided);
        on(SaleRefunded.class, NetworkChanges::refunded);
        on(TokensBurned.class, NetworkChanges::burned);
    }

    @Override
    protected NetworkChanges begin() {
        return new NetworkChanges();
    }

    @Override
    protected void write(NetworkChanges changes, Writes writes) {
        changes.writeTo(writes);
    }
}
