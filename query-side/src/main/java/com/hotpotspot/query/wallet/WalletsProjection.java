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
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps which wallets there are, of which kind, and what they hold; those of checks together. */
@Component
final class WalletsProjection extends Projection<WalletChanges> {

    static final ProjectionName NAME = new ProjectionName("wallets", 1);

    private final JdbcOperations jdbc;

    WalletsProjection(JdbcOperations jdbc) {
        super(NAME);
        this.jdbc = jdbc;
        on(NetworkFounded.class, WalletChanges::founded);
        on(NodeRegistered.class, WalletChanges::registered);
        on(NodeOwnerChanged.class, WalletChanges::changedOwner);
        on(WalletOpened.class, WalletChanges::opened);
        on(CheckIssued.class, WalletChanges::issued);
        on(TokensMinted.class, WalletChanges::moved);
        on(TokensBurned.class, WalletChanges::moved);
        on(CheckClaimed.class, WalletChanges::moved);
        on(CheckExpired.class, WalletChanges::moved);
    }

    @Override
    protected WalletChanges begin() {
        return new WalletChanges();
    }

    @Override
    protected void write(WalletChanges changes) {
        changes.writeTo(jdbc);
    }
}
