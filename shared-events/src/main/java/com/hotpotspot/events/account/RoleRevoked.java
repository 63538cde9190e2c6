package com.hotpotspot.events.account;

/** An account no longer has a role. */
public record RoleRevoked(AccountId account, Role role, AccountId revokedBy) implements AccountEvent {}
