package com.hotpotspot.command.network;

import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeId;

/** Let a node sell again. Changes nothing if it does. */
public record ActivateNode(NodeId node) implements NodeCommand<NodeActivated> {}
