package com.hotpotspot.query.sale;

import java.time.LocalDate;

/** Business days from one to another, both included. */
public record Period(LocalDate from, LocalDate to) {}
