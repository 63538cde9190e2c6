package com.hotpotspot.query.network;

import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Nodes, by id, as of a position of the log. */
public record Nodes(
        @Schema(description = "The nodes that the caller may know of, by id.")
        List<NodeSummary> nodes,

        @AsOf long position) {

    /** Those of them that are for a caller. */
    public Nodes within(Caller caller) {
        return new Nodes(
                nodes.stream().filter(node -> caller.reaches(node.nodeId())).toList(), position);
    }
}
