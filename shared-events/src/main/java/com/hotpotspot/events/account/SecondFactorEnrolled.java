package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;

/**
 * An account signs in on the pages with a second factor from now on, beside its secret or password.
 *
 * @param secondFactor names it without saying anything about it
 */
@EventName("account.second-factor-enrolled")
public record SecondFactorEnrolled(AccountId account, CredentialId secondFactor) implements AccountEvent {}
