package com.hotpotspot.events.account;

/** There is a new account. It may do nothing until it is granted a role. */
public record AccountCreated(AccountId account, AccountKind kind) implements AccountEvent {}
