package com.hotpotspot.query.network;

import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One node with its totals over all time.
 *
 * @param terminals those that are authorised now, by id
 * @param units minted by its sales, all shares together
 */
public record NodeSummary(
        NodeId nodeId,

        @Schema(
                description = "OWNER for a node of the network owner, FRANCHISE for a franchisee's.",
                example = "FRANCHISE")
        NodeType type,

        City city,
        OwnerId ownerId,
        boolean active,
        List<TerminalId> terminals,
        long sales,
        long revenueTetri,
        long units) {}
