package com.hotpotspot.events.json;

import com.hotpotspot.events.Event;

/**
 * The stable identity of an event in the log.
 *
 * @param name {@code feature.past-tense}, never changed once written
 * @param revision the payload's revision, counted from "1"
 * @param payload the class that holds the current revision
 */
public record EventType(String name, String revision, Class<? extends Event> payload) {}
