package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;

/** The check of a voided sale can no longer be claimed. */
@EventName("check.voided")
public record CheckVoided(SaleId sale, CheckId check) implements CheckEvent {}
