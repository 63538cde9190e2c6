package com.hotpotspot.events.policy;

/** A version of the token policy never takes effect: it was withdrawn before it did. Its number is not given again. */
public record TokenPolicyWithdrawn(int version) implements PolicyEvent {}
