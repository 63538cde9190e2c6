package com.hotpotspot.command.network;

import com.hotpotspot.access.Grant;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeEvent;
import com.hotpotspot.events.network.NodeId;

/** A command about one node. */
interface NodeCommand<E extends NodeEvent> extends FactCommand<E> {

    NodeId node();

    @Override
    default StreamId stream() {
        return node().stream();
    }

    @Override
    default CommandRefused unknown() {
        return new CommandRefused(UnknownCode.NODE_UNKNOWN, "Node %s is not registered.".formatted(node()));
    }

    @Override
    default boolean isWithin(Grant grant) {
        return grant.reaches(node());
    }
}
