package com.hotpotspot.query.layout;

/**
 * One figure of weight.
 *
 * @param key names it for scripts and tests
 * @param events where the events behind it are
 */
public record Tile(String key, String label, String value, String note, String events) {}
