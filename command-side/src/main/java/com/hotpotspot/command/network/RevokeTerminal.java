package com.hotpotspot.command.network;

import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stop a till from selling. Changes nothing if it was stopped before. */
public record RevokeTerminal(NodeId node, TerminalId terminal) implements NetworkCommand<TerminalRevoked> {

    @Override
    @TargetAggregateIdentifier
    public StreamId stream() {
        return node.stream();
    }
}
