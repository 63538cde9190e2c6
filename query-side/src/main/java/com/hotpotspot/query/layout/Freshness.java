package com.hotpotspot.query.layout;

/**
 * How fresh a page is.
 *
 * @param position up to where in the log its figures speak, grouped; empty for an empty log
 * @param lastEvent when the log took that event; empty for an empty log, or while the log cannot be asked
 * @param parked which events the figures are without, in a sentence; empty where they are whole
 */
public record Freshness(String position, String lastEvent, String parked) {}
