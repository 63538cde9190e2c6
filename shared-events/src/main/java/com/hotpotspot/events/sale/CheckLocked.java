package com.hotpotspot.events.sale;

import java.time.Instant;

/** After too many wrong codes nobody can claim the check for a while, not even with the right one. */
public record CheckLocked(SaleId sale, CheckId check, Instant until) implements SaleEvent {}
