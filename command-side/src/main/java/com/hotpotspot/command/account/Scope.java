package com.hotpotspot.command.account;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.wallet.HolderId;
import java.util.List;
import java.util.Optional;

/**
 * What a role is for.
 *
 * @param nodes at most {@value #MAX_NODES}, sorted and each of them once
 */
public record Scope(List<NodeId> nodes, Optional<HolderId> holder) {

    public static final int MAX_NODES = 100;

    /** For roles that are not limited to anything. */
    public static final Scope EVERYTHING = new Scope(List.of(), Optional.empty());

    /** @throws InvalidValue if there are too many nodes */
    public Scope {
        nodes = nodes.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .distinct()
                .toList();
        InvalidValue.unless(nodes.size() <= MAX_NODES, "nodes", "must be at most %d", MAX_NODES);
    }

    public static Scope of(NodeId... nodes) {
        return new Scope(List.of(nodes), Optional.empty());
    }

    public static Scope of(HolderId holder) {
        return new Scope(List.of(), Optional.of(holder));
    }

    /** @throws InvalidValue unless this is what {@code role} needs, neither less nor more */
    void mustFit(Role role) {
        InvalidValue.unless(
                !role.needsNodes() || !nodes.isEmpty(), "nodes", "must name the nodes that %s is for", role);
        InvalidValue.unless(role.needsNodes() || nodes.isEmpty(), "nodes", "must be absent, since %s has none", role);
        InvalidValue.unless(
                !role.needsHolder() || holder.isPresent(), "holderId", "must say whose data %s is for", role);
        InvalidValue.unless(
                role.needsHolder() || holder.isEmpty(), "holderId", "must be absent, since %s has none", role);
    }
}
