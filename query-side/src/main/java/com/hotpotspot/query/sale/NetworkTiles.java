package com.hotpotspot.query.sale;

import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.layout.Tile;
import com.hotpotspot.query.network.NetworkStatistics;
import java.util.List;

/** The network's figures of weight. */
final class NetworkTiles {

    private NetworkTiles() {}

    static List<Tile> of(NetworkStatistics network) {
        return List.of(
                new Tile(
                        "sales",
                        "Sales",
                        Figures.count(network.sales()),
                        "since the beginning",
                        "/api/v1/events?type=sale.recorded"),
                new Tile(
                        "revenue",
                        "Revenue, GEL",
                        Figures.gel(network.revenueTetri()),
                        "refunded " + Figures.gel(network.refundedTetri()) + " GEL",
                        "/api/v1/events?type=sale.recorded"),
                new Tile(
                        "minted",
                        "Tokens minted",
                        Figures.tokens(network.mintedUnits()),
                        Figures.count(network.mintedUnits()) + " units, by sales",
                        "/api/v1/events?type=tokens.minted"),
                new Tile(
                        "supply",
                        "Supply",
                        Figures.tokens(network.supplyUnits()),
                        "genesis and minted, less burned",
                        "/api/v1/events?type=network.founded,tokens.minted,tokens.burned"),
                new Tile(
                        "nodes",
                        "Active nodes",
                        Figures.count(network.activeNodes()),
                        "of " + Figures.count(network.nodes()) + " registered",
                        "/api/v1/events?type=node.registered,node.activated,node.deactivated"));
    }
}
