package com.hotpotspot.events.network;

/** A node sells nothing until it is activated again. */
public record NodeDeactivated(NodeId node) implements NodeEvent {}
