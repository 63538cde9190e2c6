package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;

/** An account no longer has a role. */
@EventName("account.role-revoked")
public record RoleRevoked(AccountId account, Role role, AccountId revokedBy) implements AccountEvent {}
