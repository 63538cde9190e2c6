package com.hotpotspot.command.network;

import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;

/** Stop a node from selling. Changes nothing if it does not sell. */
public record DeactivateNode(NodeId node) implements NodeCommand<NodeDeactivated> {}
