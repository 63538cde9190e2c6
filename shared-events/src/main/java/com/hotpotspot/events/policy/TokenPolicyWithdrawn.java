package com.hotpotspot.events.policy;

import com.hotpotspot.events.EventName;

/** A version of the token policy never takes effect: it was withdrawn before it did. Its number is not given again. */
@EventName("policy.withdrawn")
public record TokenPolicyWithdrawn(int version) implements PolicyEvent {}
