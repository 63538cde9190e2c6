package com.hotpotspot.events;

/**
 * A fact that the log keeps for ever. Every implementation is a record that its feature's sealed interface permits, and
 * bears its {@link EventName}.
 */
public interface Event {}
