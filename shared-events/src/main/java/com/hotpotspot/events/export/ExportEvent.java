package com.hotpotspot.events.export;

import com.hotpotspot.events.Event;

/** What happens to one exported file, in its own stream. */
public sealed interface ExportEvent extends Event permits ExportRecorded {}
