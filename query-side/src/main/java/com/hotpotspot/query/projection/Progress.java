package com.hotpotspot.query.projection;

/**
 * How far a version has come.
 *
 * @param position of the last event that it has taken in, or {@link com.hotpotspot.eventlog.EventLog#EMPTY}
 * @param parked whether it is without some events
 */
record Progress(Version version, VersionState state, long position, boolean parked) {}
