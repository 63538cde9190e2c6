package com.hotpotspot.query.administration;

import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.wallet.WalletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A node as those who run the network see it. All that ends in {@code Since} is a position of the log, and in
 * {@code At} the time of that.
 *
 * @param terminals how many may sell for it
 */
record AdministeredNode(
        NodeId nodeId,
        NodeType type,
        City city,
        long registeredSince,
        Instant registeredAt,
        OwnerId ownerId,
        WalletId ownerWallet,
        long ownerSince,
        Instant ownerAt,
        boolean active,
        long stateSince,
        Instant stateAt,
        long terminals) {

    static AdministeredNode of(ResultSet row) throws SQLException {
        return new AdministeredNode(
                new NodeId(row.getString("node")),
                NodeType.valueOf(row.getString("type")),
                new City(row.getString("city")),
                row.getLong("registered"),
                Instant.ofEpochMilli(row.getLong("registered_at")),
                new OwnerId(row.getString("owner")),
                new WalletId(row.getString("owner_wallet")),
                row.getLong("owner_since"),
                Instant.ofEpochMilli(row.getLong("owner_since_at")),
                row.getBoolean("active"),
                row.getLong("state_since"),
                Instant.ofEpochMilli(row.getLong("state_since_at")),
                row.getLong("terminals"));
    }
}
