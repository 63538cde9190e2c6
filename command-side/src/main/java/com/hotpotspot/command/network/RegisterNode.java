package com.hotpotspot.command.network;

import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;

/** Add a point of sale to the network, active from the start. Repeating it with the same content changes nothing. */
public record RegisterNode(NodeId node, NodeType type, City city, OwnerId owner)
        implements NodeCommand<NodeRegistered> {}
