package com.hotpotspot.query.network;

import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one batch of events changes, summed up so that each table is written once. */
final class NetworkChanges {

    private final List<NodeRegistered> registered = new ArrayList<>();
    private final Map<NodeId, NodeChange> nodes = new LinkedHashMap<>();
    private final Map<Terminal, Boolean> terminals = new LinkedHashMap<>();

    private @Nullable NetworkFounded founded;
    private long sales;
    private long revenueTetri;
    private long refundedTetri;
    private long mintedUnits;
    private long burnedUnits;

    void founded(NetworkFounded event) {
        founded = event;
    }

    void registered(NodeRegistered event) {
        registered.add(event);
    }

    void activated(NodeActivated event) {
        of(event.node()).active = true;
    }

    void deactivated(NodeDeactivated event) {
        of(event.node()).active = false;
    }

    void changedOwner(NodeOwnerChanged event) {
        of(event.node()).owner = event;
    }

    void authorised(TerminalAuthorised event) {
        terminals.put(new Terminal(event.node(), event.terminal()), true);
    }

    void revoked(TerminalRevoked event) {
        terminals.put(new Terminal(event.node(), event.terminal()), false);
    }

    void sold(SaleRecorded event) {
        long tetri = event.totalTetri().value();
        sales++;
        revenueTetri = Math.addExact(revenueTetri, tetri);
        NodeChange node = of(event.node());
        node.sales++;
        node.revenueTetri = Math.addExact(node.revenueTetri, tetri);
    }

    void minted(TokensMinted event) {
        long units = event.mintedUnits().value();
        mintedUnits = Math.addExact(mintedUnits, units);
        NodeChange node = of(event.node());
        node.mintedUnits = Math.addExact(node.mintedUnits, units);
    }

    /** It no longer counts, as if it had never been made. */
    void voided(SaleVoided event) {
        long tetri = event.totalTetri().value();
        sales--;
        revenueTetri = Math.subtractExact(revenueTetri, tetri);
        NodeChange node = of(event.node());
        node.sales--;
        node.revenueTetri = Math.subtractExact(node.revenueTetri, tetri);
    }

    void refunded(SaleRefunded event) {
        long tetri = event.amountTetri().value();
        refundedTetri = Math.addExact(refundedTetri, tetri);
        NodeChange node = of(event.node());
        node.refundedTetri = Math.addExact(node.refundedTetri, tetri);
    }

    void burned(TokensBurned event) {
        long units = event.burnedUnits().value();
        burnedUnits = Math.addExact(burnedUnits, units);
        NodeChange node = of(event.node());
        node.burnedUnits = Math.addExact(node.burnedUnits, units);
    }

    private NodeChange of(NodeId node) {
        return nodes.computeIfAbsent(node, NodeChange::new);
    }

    void writeTo(Writes writes) {
        if (founded != null) {
            writes.add(
                    "update network set founder = ?, founder_wallet = ?, purpose = ?, genesis_units = ?",
                    founded.founder().value(),
                    founded.founderWallet().value(),
                    founded.purpose().name(),
                    founded.genesisUnits().value());
        }
        if (sales != 0 || revenueTetri != 0 || refundedTetri != 0 || mintedUnits != 0 || burnedUnits != 0) {
            writes.add(
                    "update network set sales = sales + ?, revenue_tetri = revenue_tetri + ?,"
                            + " refunded_tetri = refunded_tetri + ?, minted_units = minted_units + ?,"
                            + " burned_units = burned_units + ?",
                    sales,
                    revenueTetri,
                    refundedTetri,
                    mintedUnits,
                    burnedUnits);
        }
        writeNodes(writes);
        Rows.of(terminals.entrySet())
                .text(entry -> entry.getKey().node())
                .text(entry -> entry.getKey().terminal())
                .bool(Map.Entry::getValue)
                .write(writes, """
                        insert into terminal (node, terminal, authorised)
                        select * from unnest(?, ?, ?)
                        on conflict (node, terminal) do update set authorised = excluded.authorised
                        """);
    }

    private void writeNodes(Writes writes) {
        Rows.of(registered)
                .text(NodeRegistered::node)
                .text(NodeRegistered::type)
                .text(NodeRegistered::city)
                .text(NodeRegistered::owner)
                .text(NodeRegistered::ownerWallet)
                .write(writes, """
                        insert into node (node, type, city, owner, owner_wallet, active)
                        select *, true from unnest(?, ?, ?, ?, ?)
                        """);
        Rows.of(nodes.values())
                .text(change -> change.node)
                .bool(change -> change.active)
                .bigint(change -> change.sales)
                .bigint(change -> change.revenueTetri)
                .bigint(change -> change.refundedTetri)
                .bigint(change -> change.mintedUnits)
                .bigint(change -> change.burnedUnits)
                .text(change -> change.owner == null ? null : change.owner.owner())
                .text(change -> change.owner == null ? null : change.owner.ownerWallet())
                .writeEach(writes, """
                        update node n
                        set active         = coalesce(c.active, n.active),
                            sales          = n.sales + c.sales,
                            revenue_tetri  = n.revenue_tetri + c.revenue_tetri,
                            refunded_tetri = n.refunded_tetri + c.refunded_tetri,
                            minted_units   = n.minted_units + c.minted_units,
                            burned_units   = n.burned_units + c.burned_units,
                            owner          = coalesce(c.owner, n.owner),
                            owner_wallet   = coalesce(c.owner_wallet, n.owner_wallet)
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as c (
                            node, active, sales, revenue_tetri, refunded_tetri, minted_units, burned_units,
                            owner, owner_wallet)
                        where n.node = c.node
                        """, "of nodes that were never registered");
    }

    private record Terminal(NodeId node, TerminalId terminal) {}

    private static final class NodeChange {

        final NodeId node;

        @Nullable
        Boolean active;

        long sales;
        long revenueTetri;
        long refundedTetri;
        long mintedUnits;
        long burnedUnits;

        @Nullable
        NodeOwnerChanged owner;

        NodeChange(NodeId node) {
            this.node = node;
        }
    }
}
