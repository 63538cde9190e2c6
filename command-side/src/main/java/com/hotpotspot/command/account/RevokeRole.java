package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleRevoked;

/** No longer trust an account with a role. Changes nothing if it does not have it. */
public record RevokeRole(AccountId account, Role role, AccountId revokedBy) implements AccountCommand<RoleRevoked> {}
