package com.hotpotspot.events.network;

/** A till may sell for this node, and for no other. */
public record TerminalAuthorised(NodeId node, TerminalId terminal) implements NodeEvent {}
