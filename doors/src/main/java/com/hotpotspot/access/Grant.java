package com.hotpotspot.access;

import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.wallet.HolderId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A role that somebody holds, and what it is for.
 *
 * @param nodes the only nodes it is about, where the role {@linkplain Role#needsNodes() needs that}
 * @param holder the only holder it is about, where the role {@linkplain Role#needsHolder() needs that}
 * @param terminal the only terminal of these nodes that it is about; empty if it is about all of them
 */
public record Grant(Role role, Set<NodeId> nodes, Optional<HolderId> holder, Optional<TerminalId> terminal) {

    /** A role that is about no terminal in particular. */
    public Grant(Role role, Set<NodeId> nodes, Optional<HolderId> holder) {
        this(role, nodes, holder, Optional.empty());
    }

    public Grant {
        nodes = Set.copyOf(nodes);
    }

    /** What a till's own account was granted is about that till. */
    public static Grant of(RoleGranted event) {
        return new Grant(
                event.role(),
                Set.copyOf(event.nodes()),
                Optional.ofNullable(event.holder()),
                event.role() == Role.POS_TERMINAL ? event.account().terminal() : Optional.empty());
    }

    /** A role that is about everything. */
    public static Grant unbounded(Role role) {
        return new Grant(role, Set.of(), Optional.empty());
    }

    /** Whether the role is about everything there is of its kind. */
    public boolean isUnbounded() {
        return !role.needsNodes() && !role.needsHolder();
    }

    /** Whether the role is about this node. */
    public boolean reaches(NodeId node) {
        return isUnbounded() || nodes.contains(node);
    }

    /** Whether the role is about what this terminal of the node does. */
    public boolean reaches(NodeId node, TerminalId which) {
        return reaches(node) && terminal.filter(only -> !only.equals(which)).isEmpty();
    }

    /** Whether the role is about what belongs to this holder. */
    public boolean reaches(HolderId whose) {
        return isUnbounded() || holder.filter(whose::equals).isPresent();
    }

    /**
     * As tokens say it: one {@code ROLE}, or one {@code ROLE:id} for each thing that the role is about. A terminal is
     * named behind its node, as {@code ROLE:node/terminal}.
     */
    List<String> claims() {
        if (role.needsNodes()) {
            String which = terminal.map(only -> "/" + only).orElse("");
            return nodes.stream()
                    .map(NodeId::value)
                    .sorted()
                    .map(node -> about(node + which))
                    .toList();
        }
        if (role.needsHolder()) {
            return holder.map(HolderId::value).map(this::about).stream().toList();
        }
        return List.of(role.name());
    }

    private String about(String id) {
        return role.name() + ':' + id;
    }
}
