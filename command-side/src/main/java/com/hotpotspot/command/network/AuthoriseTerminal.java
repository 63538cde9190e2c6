package com.hotpotspot.command.network;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;

/** Let a till sell for a node. Changes nothing if it may. */
public record AuthoriseTerminal(NodeId node, TerminalId terminal) implements NodeCommand<TerminalAuthorised> {}
