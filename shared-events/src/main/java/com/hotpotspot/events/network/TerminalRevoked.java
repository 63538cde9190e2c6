package com.hotpotspot.events.network;

/** A till sells nothing any more. */
public record TerminalRevoked(NodeId node, TerminalId terminal) implements NodeEvent {}
