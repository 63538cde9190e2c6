package com.hotpotspot.eventlog;

/**
 * Where an append landed.
 *
 * @param first position of its first event
 * @param last position of its last event
 */
public record Appended(long first, long last) {}
