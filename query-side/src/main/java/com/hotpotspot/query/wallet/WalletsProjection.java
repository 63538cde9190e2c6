package com.hotpotspot.query.wallet;

import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.events.wallet.WalletReinstated;
import com.hotpotspot.events.wallet.WalletSuspended;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Writes;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps which wallets there are, of which kind, and whose they are and what they hold; those of checks together. */
@Component
final class WalletsProjection extends Projection<WalletChanges> {

    static final ProjectionName NAME = new ProjectionName("wallets", 2);

    WalletsProjection(JdbcOperations jdbc) {
        super(NAME, jdbc);
        onRecorded(NetworkFounded.class, WalletChanges::founded);
        onRecorded(NodeRegistered.class, WalletChanges::registered);
        onRecorded(NodeOwnerChanged.class, WalletChanges::changedOwner);
        onRecorded(WalletOpened.class, WalletChanges::opened);
        onRecorded(WalletSuspended.class, WalletChanges::suspended);
        onRecorded(WalletReinstated.class, WalletChanges::reinstated);
        onRecorded(CheckIssued.class, WalletChanges::issued);
        onRecorded(TokensMinted.class, WalletChanges::moved);
        onRecorded(TokensBurned.class, WalletChanges::moved);
        onRecorded(CheckClaimed.class, WalletChanges::moved);
        onRecorded(CheckExpired.class, WalletChanges::moved);
    }

    @Override
    protected WalletChanges begin() {
        return new WalletChanges();
    }

    @Override
    protected void write(WalletChanges changes, Writes writes) {
        changes.writeTo(writes);
    }
}
