package com.hotpotspot.events.sale;

/**
 * Somebody named a wrong claim code; which one is not recorded.
 *
 * @param failures how many there were in a row, this one included
 */
public record CheckCodeRefused(SaleId sale, CheckId check, int failures) implements CheckEvent {}
