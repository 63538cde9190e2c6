package com.hotpotspot.query.witness;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.movement.Movement;
import com.hotpotspot.events.movement.Movements;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one batch of events changes, summed up so that each table is written once. */
final class WitnessChanges {

    private final List<BusinessDaySet> newDays = new ArrayList<>();
    private final List<NodeRegistered> registered = new ArrayList<>();
    private final Map<NodeId, NodeChange> nodes = new LinkedHashMap<>();
    private final Map<NodeDay, Long> days = new LinkedHashMap<>();
    private final Map<NodeItem, Long> items = new LinkedHashMap<>();
    private final Map<WalletId, Long> wallets = new LinkedHashMap<>();

    private BusinessDays businessDays;
    private long genesisUnits;
    private long mintedUnits;
    private long burnedUnits;

    /** @param businessDays when days begin, by what was set before */
    WitnessChanges(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    /** From here on in the log days begin so. */
    void set(BusinessDaySet event) {
        businessDays = businessDays.with(event);
        newDays.add(event);
    }

    void founded(NetworkFounded event) {
        genesisUnits = Math.addExact(genesisUnits, event.genesisUnits().value());
        moved(event);
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
        of(event.node()).ownerWallet = event.ownerWallet();
    }

    void minted(TokensMinted event) {
        mintedUnits = Math.addExact(mintedUnits, event.mintedUnits().value());
        moved(event);
    }

    void burned(TokensBurned event) {
        burnedUnits = Math.addExact(burnedUnits, event.burnedUnits().value());
        moved(event);
    }

    /** Whatever tokens the event moves. */
    void moved(Event event) {
        for (Movement movement : Movements.of(event)) {
            long units = movement.units().value();
            credit(movement.from(), -units);
            credit(movement.to(), units);
        }
    }

    void sold(SaleRecorded event) {
        days.merge(new NodeDay(event.node(), businessDays.dayOf(event.soldAt())), 1L, Math::addExact);
        for (SaleItem item : event.items()) {
            items.merge(new NodeItem(event.node(), item.code()), times(item), Math::addExact);
        }
    }

    /** It no longer counts, as if it had never been made. */
    void voided(SaleVoided event, SaleRecorded recorded) {
        days.merge(new NodeDay(event.node(), businessDays.dayOf(event.soldAt())), -1L, Math::addExact);
        for (SaleItem item : recorded.items()) {
            items.merge(new NodeItem(event.node(), item.code()), -times(item), Math::addExact);
        }
    }

    /** How often it was sold, which of what is weighed is once a line: all that is asked is whether it was. */
    private static long times(SaleItem item) {
        return Math.max(1, item.pieces());
    }

    /** What checks hold is nobody's stake. */
    private void credit(@Nullable WalletId wallet, long units) {
        if (wallet != null && !WalletKind.CHECK.isKindOf(wallet)) {
            wallets.merge(wallet, units, Math::addExact);
        }
    }

    private NodeChange of(NodeId node) {
        return nodes.computeIfAbsent(node, NodeChange::new);
    }

    void writeTo(Writes writes) {
        newDays.forEach(set -> KeptBusinessDays.keep(writes, set));
        if (genesisUnits != 0 || mintedUnits != 0 || burnedUnits != 0) {
            writes.add(
                    "update network set genesis_units = genesis_units + ?,"
                            + " minted_units = minted_units + ?, burned_units = burned_units + ?",
                    genesisUnits,
                    mintedUnits,
                    burnedUnits);
        }
        writeNodes(writes);
        Rows.of(days.entrySet())
                .text(day -> day.getKey().node())
                .date(day -> day.getKey().day())
                .bigint(Map.Entry::getValue)
                .write(writes, """
                        insert into node_day as d (node, day, sales)
                        select * from unnest(?, ?, ?)
                        on conflict (node, day) do update set sales = d.sales + excluded.sales
                        """);
        Rows.of(items.entrySet())
                .text(item -> item.getKey().node())
                .text(item -> item.getKey().code())
                .bigint(Map.Entry::getValue)
                .write(writes, """
                        insert into node_item as i (node, code, quantity)
                        select * from unnest(?, ?, ?)
                        on conflict (node, code) do update set quantity = i.quantity + excluded.quantity
                        """);
        Rows.of(wallets.entrySet())
                .text(Map.Entry::getKey)
                .bigint(Map.Entry::getValue)
                .write(writes, """
                        insert into wallet as w (wallet, units)
                        select * from unnest(?, ?)
                        on conflict (wallet) do update set units = w.units + excluded.units
                        """);
    }

    private void writeNodes(Writes writes) {
        Rows.of(registered)
                .text(NodeRegistered::node)
                .text(NodeRegistered::city)
                .text(NodeRegistered::ownerWallet)
                .write(writes, """
                        insert into node (node, city, owner_wallet, active)
                        select *, true from unnest(?, ?, ?)
                        """);
        Rows.of(nodes.values())
                .text(change -> change.node)
                .bool(change -> change.active)
                .text(change -> change.ownerWallet)
                .writeEach(writes, """
                        update node n
                        set active       = coalesce(c.active, n.active),
                            owner_wallet = coalesce(c.owner_wallet, n.owner_wallet)
                        from unnest(?, ?, ?) as c (node, active, owner_wallet)
                        where n.node = c.node
                        """, "of nodes that were never registered");
    }

    private record NodeDay(NodeId node, LocalDate day) {}

    private record NodeItem(NodeId node, String code) {}

    private static final class NodeChange {

        final NodeId node;

        @Nullable
        Boolean active;

        @Nullable
        WalletId ownerWallet;

        NodeChange(NodeId node) {
            this.node = node;
        }
    }
}
