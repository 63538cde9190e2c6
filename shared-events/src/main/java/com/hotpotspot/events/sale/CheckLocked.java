package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;
import java.time.Instant;

/** After too many wrong codes the check takes no typed code for a while, not even the right one. */
@EventName("check.locked")
public record CheckLocked(SaleId sale, CheckId check, Instant until) implements CheckEvent {}
