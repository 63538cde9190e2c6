package com.hotpotspot.events.network;

import com.hotpotspot.events.EventName;

/** A node sells nothing until it is activated again. */
@EventName("node.deactivated")
public record NodeDeactivated(NodeId node) implements NodeEvent {}
