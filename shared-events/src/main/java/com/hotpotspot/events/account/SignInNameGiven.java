package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;

/**
 * A person signs in under a name from now on, in place of the one before. Of two accounts that are given one name in
 * the same instant, whichever comes first in the log has it.
 */
@EventName("account.sign-in-name-given")
public record SignInNameGiven(AccountId account, SignInName name) implements AccountEvent {}
