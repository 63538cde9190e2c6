package com.hotpotspot.events.network;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;

/** What happens to the network as a whole, in its one stream. */
public sealed interface NetworkEvent extends Event permits NetworkFounded, VoidApprovalSet, BusinessDaySet {

    /** The network's only stream. */
    StreamId STREAM = new StreamId("network", "main");
}
