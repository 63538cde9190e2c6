package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;

/** There is a new account. It may do nothing until it is granted a role. */
@EventName("account.created")
public record AccountCreated(AccountId account, AccountKind kind) implements AccountEvent {}
