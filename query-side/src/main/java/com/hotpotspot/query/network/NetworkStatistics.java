package com.hotpotspot.query.network;

import com.hotpotspot.events.network.NetworkPurpose;
import org.jspecify.annotations.Nullable;

/**
 * The network in figures.
 *
 * @param purpose null until the network is founded
 * @param refundedTetri money given back later; not taken off the revenue
 * @param mintedUnits by sales, without genesis
 * @param supplyUnits all that is outstanding: genesis + minted − burned
 * @param position up to which position of the log all this is so
 */
public record NetworkStatistics(
        boolean founded,
        @Nullable NetworkPurpose purpose,
        long nodes,
        long activeNodes,
        long sales,
        long revenueTetri,
        long refundedTetri,
        long mintedUnits,
        long burnedUnits,
        long supplyUnits,
        long position) {}
