package com.hotpotspot.query.sale;

import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.network.NodeSummary;

/** A node as a row of a table. */
record NodeRow(String id, String city, String type, boolean active, int terminals, String sales, String revenue) {

    static NodeRow of(NodeSummary node) {
        return new NodeRow(
                node.nodeId().value(),
                node.city().name(),
                node.type() == NodeType.OWNER ? "Owner" : "Franchise",
                node.active(),
                node.terminals().size(),
                Figures.count(node.sales()),
                Figures.gel(node.revenueTetri()));
    }

    /** Public because the template calls it. */
    public String path() {
        return "/nodes/" + id;
    }
}
