package com.hotpotspot.events;

/**
 * A fact that the log keeps for ever. Every implementation is a record of one sealed interface per feature and is
 * listed in the registry of event types.
 */
public interface Event {}
