package com.hotpotspot.standalone.drill;

/** What makes an event this event, without what it says. */
record LoggedEvent(long position, String stream, long sequence, String type) {}
