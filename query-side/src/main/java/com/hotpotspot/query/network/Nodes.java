package com.hotpotspot.query.network;

import com.hotpotspot.query.access.Caller;
import java.util.List;

/** Nodes, by id, as of a position of the log. */
public record Nodes(List<NodeSummary> nodes, long position) {

    /** Those of them that are for a caller. */
    public Nodes within(Caller caller) {
        return new Nodes(
                nodes.stream().filter(node -> caller.reaches(node.nodeId())).toList(), position);
    }
}
