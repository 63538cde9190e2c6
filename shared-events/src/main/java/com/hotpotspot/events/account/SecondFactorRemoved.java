package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;

/** An account no longer signs in with a second factor. */
@EventName("account.second-factor-removed")
public record SecondFactorRemoved(
        AccountId account, CredentialId secondFactor, SecondFactorReason reason, AccountId removedBy)
        implements AccountEvent {}
