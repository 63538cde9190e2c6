package com.hotpotspot.events.sale;

/** The check of a voided sale can no longer be claimed. */
public record CheckVoided(SaleId sale, CheckId check) implements CheckEvent {}
