package com.hotpotspot.events.policy;

/** The largest share of supply that a holder of each kind should come to, in percent. */
public record OwnershipCaps(int founder, int franchisee, int customer) {}
