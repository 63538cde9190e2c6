package com.hotpotspot.events.network;

/** A node sells again. */
public record NodeActivated(NodeId node) implements NodeEvent {}
