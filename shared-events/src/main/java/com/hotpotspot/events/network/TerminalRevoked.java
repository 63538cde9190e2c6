package com.hotpotspot.events.network;

import com.hotpotspot.events.EventName;

/** A till sells nothing any more. */
@EventName("terminal.revoked")
public record TerminalRevoked(NodeId node, TerminalId terminal) implements NodeEvent {}
