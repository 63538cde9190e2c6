package com.hotpotspot.command.network;

import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NetworkEvent;

/** A command about the network that was founded. */
interface NetworkCommand<E extends NetworkEvent> extends FactCommand<E> {

    @Override
    default StreamId stream() {
        return NetworkEvent.STREAM;
    }

    @Override
    default CommandRefused unknown() {
        return NetworkRegistry.NOT_FOUNDED.asException();
    }
}
