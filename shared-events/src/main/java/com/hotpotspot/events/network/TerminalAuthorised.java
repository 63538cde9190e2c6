package com.hotpotspot.events.network;

import com.hotpotspot.events.EventName;

/** A till may sell for this node, and for no other. */
@EventName("terminal.authorised")
public record TerminalAuthorised(NodeId node, TerminalId terminal) implements NodeEvent {}
