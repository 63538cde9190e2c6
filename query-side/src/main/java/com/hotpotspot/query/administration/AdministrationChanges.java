package com.hotpotspot.query.administration;

import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.query.projection.Fact;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one batch of events changes, summed up so that each table is written once. */
final class AdministrationChanges {

    private @Nullable Fact<NetworkFounded> founded;
    private @Nullable Fact<VoidApprovalSet> voidApproval;
    private final Map<LocalDate, Fact<BusinessDaySet>> days = new LinkedHashMap<>();
    private final List<Fact<NodeRegistered>> registered = new ArrayList<>();
    private final Map<NodeId, Fact<NodeOwnerChanged>> owners = new LinkedHashMap<>();
    private final Map<NodeId, Fact<Boolean>> states = new LinkedHashMap<>();
    private final Map<Terminal, Fact<Boolean>> terminals = new LinkedHashMap<>();

    void founded(NetworkFounded event, Recorded recorded) {
        founded = new Fact<>(event, recorded);
    }

    void setVoidApproval(VoidApprovalSet event, Recorded recorded) {
        voidApproval = new Fact<>(event, recorded);
    }

    void setBusinessDay(BusinessDaySet event, Recorded recorded) {
        days.put(event.from(), new Fact<>(event, recorded));
    }

    void registered(NodeRegistered event, Recorded recorded) {
        registered.add(new Fact<>(event, recorded));
    }

    void activated(NodeActivated event, Recorded recorded) {
        states.put(event.node(), new Fact<>(true, recorded));
    }

    void deactivated(NodeDeactivated event, Recorded recorded) {
        states.put(event.node(), new Fact<>(false, recorded));
    }

    void changedOwner(NodeOwnerChanged event, Recorded recorded) {
        owners.put(event.node(), new Fact<>(event, recorded));
    }

    void authorised(TerminalAuthorised event, Recorded recorded) {
        terminals.put(new Terminal(event.node(), event.terminal()), new Fact<>(true, recorded));
    }

    void revoked(TerminalRevoked event, Recorded recorded) {
        terminals.put(new Terminal(event.node(), event.terminal()), new Fact<>(false, recorded));
    }

    void writeTo(Writes writes) {
        writeNetwork(writes);
        writeNodes(writes);
        Rows.of(terminals.entrySet())
                .text(entry -> entry.getKey().node())
                .text(entry -> entry.getKey().terminal())
                .bool(entry -> entry.getValue().event())
                .bigint(entry -> entry.getValue().position())
                .bigint(entry -> entry.getValue().at())
                .write(writes, """
                        insert into terminal (node, terminal, authorised, since, since_at)
                        select * from unnest(?, ?, ?, ?, ?)
                        on conflict (node, terminal) do update
                        set authorised = excluded.authorised, since = excluded.since, since_at = excluded.since_at
                        """);
    }

    private void writeNetwork(Writes writes) {
        if (founded != null) {
            writes.add(
                    "update network set founder = ?, founder_wallet = ?, purpose = ?, founded = ?, founded_at = ?",
                    founded.event().founder().value(),
                    founded.event().founderWallet().value(),
                    founded.event().purpose().name(),
                    founded.position(),
                    founded.at());
        }
        if (voidApproval != null) {
            writes.add(
                    "update network set void_above = ?, void_set = ?, void_set_at = ?",
                    voidApproval.event().aboveTetri().value(),
                    voidApproval.position(),
                    voidApproval.at());
        }
        Rows.of(days.values())
                .date(fact -> fact.event().from())
                .text(fact -> fact.event().beginsAt())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .write(writes, """
                        insert into business_day (from_day, begins_at, set_by, set_at)
                        select * from unnest(?, ?, ?, ?)
                        on conflict (from_day) do update
                        set begins_at = excluded.begins_at, set_by = excluded.set_by, set_at = excluded.set_at
                        """);
    }

    private void writeNodes(Writes writes) {
        Rows.of(registered)
                .text(fact -> fact.event().node())
                .text(fact -> fact.event().type())
                .text(fact -> fact.event().city())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .text(fact -> fact.event().owner())
                .text(fact -> fact.event().ownerWallet())
                .write(writes, """
                        insert into node (node, type, city, registered, registered_at, owner, owner_wallet,
                                          owner_since, owner_since_at, active, state_since, state_since_at)
                        select n.*, n.position, n.at, true, n.position, n.at
                        from unnest(?, ?, ?, ?, ?, ?, ?) as n (node, type, city, position, at, owner, owner_wallet)
                        """);
        Rows.of(owners.values())
                .text(fact -> fact.event().node())
                .text(fact -> fact.event().owner())
                .text(fact -> fact.event().ownerWallet())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .write(writes, """
                        update node n
                        set owner = c.owner, owner_wallet = c.owner_wallet,
                            owner_since = c.position, owner_since_at = c.at
                        from unnest(?, ?, ?, ?, ?) as c (node, owner, owner_wallet, position, at)
                        where n.node = c.node
                        """);
        Rows.of(states.entrySet())
                .text(Map.Entry::getKey)
                .bool(entry -> entry.getValue().event())
                .bigint(entry -> entry.getValue().position())
                .bigint(entry -> entry.getValue().at())
                .write(writes, """
                        update node n set active = c.active, state_since = c.position, state_since_at = c.at
                        from unnest(?, ?, ?, ?) as c (node, active, position, at)
                        where n.node = c.node
                        """);
    }

    private record Terminal(NodeId node, TerminalId terminal) {}
}
