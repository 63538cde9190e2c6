package com.hotpotspot.command.network;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.OwnerId;

/**
 * Give a node to another owner, who gets the owner's share of what is sold from now on; sales of before that come later
 * still pay the owner of their time. Changes nothing if it is theirs.
 */
public record ChangeNodeOwner(NodeId node, OwnerId owner) implements NodeCommand<NodeOwnerChanged> {}
