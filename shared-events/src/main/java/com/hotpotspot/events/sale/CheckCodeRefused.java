package com.hotpotspot.events.sale;

import com.hotpotspot.events.EventName;

/**
 * Somebody named a wrong claim code; which one is not recorded.
 *
 * @param failures how many there were in a row, this one included
 */
@EventName("check.code-refused")
public record CheckCodeRefused(SaleId sale, CheckId check, int failures) implements CheckEvent {}
