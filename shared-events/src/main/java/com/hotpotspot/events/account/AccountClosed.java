package com.hotpotspot.events.account;

/** An account is of no more use, with all its roles and credentials, and for good. */
public record AccountClosed(AccountId account) implements AccountEvent {}
