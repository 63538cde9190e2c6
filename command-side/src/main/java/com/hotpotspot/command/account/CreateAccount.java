package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;

/** Have an account, without any role. Repeating it with the same kind changes nothing. */
public record CreateAccount(AccountId account, AccountKind kind) implements AccountCommand<AccountCreated> {}
