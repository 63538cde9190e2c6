package com.hotpotspot.command.network;

import com.hotpotspot.command.dispatch.FactCommand;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.OwnerId;

/** Found the network. Repeating it with the same content changes nothing. */
public record FoundNetwork(OwnerId founder, NetworkPurpose purpose) implements FactCommand<NetworkFounded> {

    @Override
    public StreamId stream() {
        return NetworkEvent.STREAM;
    }
}
