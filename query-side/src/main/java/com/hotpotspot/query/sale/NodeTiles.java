package com.hotpotspot.query.sale;

import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.layout.Tile;
import com.hotpotspot.query.network.NodeSummary;
import java.util.List;

/** One node's figures of weight. */
final class NodeTiles {

    private NodeTiles() {}

    static List<Tile> of(NodeSummary node) {
        return List.of(
                new Tile(
                        "sales",
                        "Sales",
                        Figures.count(node.sales()),
                        "since the beginning",
                        "/api/v1/events?type=sale.recorded"),
                new Tile(
                        "revenue",
                        "Revenue, GEL",
                        Figures.gel(node.revenueTetri()),
                        "since the beginning",
                        "/api/v1/events?type=sale.recorded"),
                new Tile(
                        "minted",
                        "Tokens minted",
                        Figures.tokens(node.units()),
                        "all shares together",
                        "/api/v1/events?type=tokens.minted"),
                new Tile(
                        "terminals",
                        "Terminals",
                        Figures.count(node.terminals().size()),
                        "authorised now",
                        "/api/v1/events?type=terminal.authorised,terminal.revoked"));
    }
}
