package com.hotpotspot.query.network;

import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The network in figures.
 *
 * @param refundedTetri money given back later; not taken off the revenue
 */
public record NetworkStatistics(
        @Schema(description = "Whether the network was founded.", example = "true")
        boolean founded,

        @Schema(
                description = "LIVE, or DEMO for a network that was made to be shown; null until it is founded.",
                example = "LIVE")
        @Nullable
        NetworkPurpose purpose,

        @Schema(description = "How many nodes were registered.", example = "12")
        long nodes,

        @Schema(description = "How many of them may sell.", example = "11")
        long activeNodes,

        long sales,
        long revenueTetri,
        long refundedTetri,

        @Schema(
                description = "What sales minted, without genesis, in units (1 token = 100 units).",
                example = "3120000")
        long mintedUnits,

        long burnedUnits,

        @Schema(
                description =
                        "All that is outstanding: genesis and minted without burned, in units (1 token = 100 units).",
                example = "103119800")
        long supplyUnits,

        @AsOf long position) {}
