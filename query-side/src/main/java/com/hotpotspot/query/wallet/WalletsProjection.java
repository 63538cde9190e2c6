package com.hotpotspot.query.wallet;

import com.hotpotspot.events.Event;
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
import com.hotpotspot.query.projection.Recorded;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps which wallets there are, of which kind, and what they hold; those of checks together. */
@Component
final class WalletsProjection implements Projection {

    static final ProjectionName NAME = new ProjectionName("wallets", 1);

    private final JdbcOperations jdbc;

    WalletsProjection(JdbcOperations jdbc) {
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
                NodeOwnerChanged.class,
                WalletOpened.class,
                TokensMinted.class,
                TokensBurned.class,
                CheckIssued.class,
                CheckClaimed.class,
                CheckExpired.class);
    }

    @Override
    public void project(List<Recorded> batch) {
        WalletChanges changes = new WalletChanges();
        batch.forEach(recorded -> changes.add(recorded.event()));
        changes.writeTo(jdbc);
    }
}
