package com.hotpotspot.events.policy;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;

/** What is decided about minting, in one stream for the whole network. */
public sealed interface PolicyEvent extends Event permits TokenPolicyAdopted, TokenPolicyWithdrawn {

    /** The only stream of this kind. */
    StreamId STREAM = new StreamId("policy", "main");
}
