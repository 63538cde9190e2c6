package com.hotpotspot.command.network;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.OwnerId;

/** Give a node to another owner, who gets the owner's share of sales from now on. Changes nothing if it is theirs. */
public record ChangeNodeOwner(NodeId node, OwnerId owner) implements NodeCommand<NodeOwnerChanged> {}
