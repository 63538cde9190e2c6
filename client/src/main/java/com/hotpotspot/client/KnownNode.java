package com.hotpotspot.client;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.util.Comparator;
import java.util.Set;

/**
 * A node as the query side shows it.
 *
 * @param terminals those that may sell there
 */
public record KnownNode(NodeId id, boolean active, Set<TerminalId> terminals) {

    static final Comparator<KnownNode> BY_ID =
            Comparator.comparing(node -> node.id().value());

    public KnownNode {
        terminals = Set.copyOf(terminals);
    }
}
