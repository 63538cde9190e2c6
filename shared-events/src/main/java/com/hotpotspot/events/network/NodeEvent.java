package com.hotpotspot.events.network;

import com.hotpotspot.events.Event;

/** What happens to one node, in its own stream. */
public sealed interface NodeEvent extends Event
        permits NodeRegistered, NodeActivated, NodeDeactivated, NodeOwnerChanged, TerminalAuthorised, TerminalRevoked {

    NodeId node();
}
