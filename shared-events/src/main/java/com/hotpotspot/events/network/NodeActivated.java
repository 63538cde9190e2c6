package com.hotpotspot.events.network;

import com.hotpotspot.events.EventName;

/** A node sells again. */
@EventName("node.activated")
public record NodeActivated(NodeId node) implements NodeEvent {}
