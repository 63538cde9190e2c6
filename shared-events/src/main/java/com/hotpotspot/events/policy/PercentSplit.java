package com.hotpotspot.events.policy;

/** What of a mint goes to whom, in percent. */
public record PercentSplit(int owner, int buyer, int royalty) {}
