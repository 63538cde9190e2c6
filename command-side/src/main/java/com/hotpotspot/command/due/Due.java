package com.hotpotspot.command.due;

import java.time.Instant;

/** Something to look after at a time. */
public record Due(Instant at, String id) {}
