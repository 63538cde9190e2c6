package com.hotpotspot.query.administration;

import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Writes;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps what was decided about the network, its nodes and their terminals, and when. */
@Component
final class AdministrationProjection extends Projection<AdministrationChanges> {

    static final ProjectionName NAME = new ProjectionName("administration", 1);

    AdministrationProjection(JdbcOperations jdbc) {
        super(NAME, jdbc);
        onRecorded(NetworkFounded.class, AdministrationChanges::founded);
        onRecorded(VoidApprovalSet.class, AdministrationChanges::setVoidApproval);
        onRecorded(BusinessDaySet.class, AdministrationChanges::setBusinessDay);
        onRecorded(NodeRegistered.class, AdministrationChanges::registered);
        onRecorded(NodeActivated.class, AdministrationChanges::activated);
        onRecorded(NodeDeactivated.class, AdministrationChanges::deactivated);
        onRecorded(NodeOwnerChanged.class, AdministrationChanges::changedOwner);
        onRecorded(TerminalAuthorised.class, AdministrationChanges::authorised);
        onRecorded(TerminalRevoked.class, AdministrationChanges::revoked);
    }

    @Override
    protected AdministrationChanges begin() {
        return new AdministrationChanges();
    }

    @Override
    protected void write(AdministrationChanges changes, Writes writes) {
        changes.writeTo(writes);
    }
}
