package com.hotpotspot.query.witness;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Writes;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps what the scores of witnesses are made of. */
@Component
final class WitnessProjection extends Projection<WitnessChanges> {

    static final ProjectionName NAME = new ProjectionName("witness", 2);

    private final EventLog log;
    private final KeptBusinessDays businessDays;

    /** @param log there is one only when the schemas are, which are made for the projections that there are */
    WitnessProjection(JdbcOperations jdbc, @Lazy EventLog log) {
        super(NAME, jdbc);
        this.log = log;
        this.businessDays = new KeptBusinessDays(jdbc);
        on(BusinessDaySet.class, WitnessChanges::set);
        on(NetworkFounded.class, WitnessChanges::founded);
        on(NodeRegistered.class, WitnessChanges::registered);
        on(NodeActivated.class, WitnessChanges::activated);
        on(NodeDeactivated.class, WitnessChanges::deactivated);
        on(NodeOwnerChanged.class, WitnessChanges::changedOwner);
        on(SaleRecorded.class, WitnessChanges::sold);
        on(SaleVoided.class, (changes, voided) -> changes.voided(voided, recordingOf(voided)));
        on(TokensMinted.class, WitnessChanges::minted);
        on(TokensBurned.class, WitnessChanges::burned);
        on(CheckClaimed.class, WitnessChanges::moved);
        on(CheckExpired.class, WitnessChanges::moved);
    }

    @Override
    protected WitnessChanges begin() {
        return new WitnessChanges(businessDays.read());
    }

    @Override
    protected void write(WitnessChanges changes, Writes writes) {
        changes.writeTo(writes);
    }

    /** What was sold is told by the sale's own stream: voids are rare, and the log never changes. */
    private SaleRecorded recordingOf(SaleVoided voided) {
        return log.readStream(voided.sale().stream(), 0, 1).stream()
                .map(stored -> (SaleRecorded) stored.event())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("%s was voided and is not in the log".formatted(voided.sale())));
    }
}
