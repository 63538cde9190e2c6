package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountId;

/** Have done with an account, for good. Repeating it changes nothing. */
public record CloseAccount(AccountId account) implements AccountCommand<AccountClosed> {}
