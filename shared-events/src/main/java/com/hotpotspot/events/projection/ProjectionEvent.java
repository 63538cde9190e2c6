package com.hotpotspot.events.projection;

import com.hotpotspot.events.Event;

/** What happens to what a projection lacks, for each event that it lacks in a stream of its own. */
public sealed interface ProjectionEvent extends Event permits ParkedEventDiscarded {}
