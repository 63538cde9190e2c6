package com.hotpotspot.command.network;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;

/** Stop a till from selling. Changes nothing if it was stopped before. */
public record RevokeTerminal(NodeId node, TerminalId terminal) implements NodeCommand<TerminalRevoked> {}
