package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;

/** An account is of no more use, with all its roles and credentials, and for good. */
@EventName("account.closed")
public record AccountClosed(AccountId account) implements AccountEvent {}
