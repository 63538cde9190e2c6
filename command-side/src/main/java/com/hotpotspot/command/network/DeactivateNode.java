package com.hotpotspot.command.network;

import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stop a node from selling. Changes nothing if it does not sell. */
public record DeactivateNode(NodeId node) implements NetworkCommand<NodeDeactivated> {

    @Override
    @TargetAggregateIdentifier
    public StreamId stream() {
        return node.stream();
    }
}
