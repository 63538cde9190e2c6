package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;
import java.time.Instant;

/**
 * Somebody asks that an account signs in without its second factor. It goes on until another one confirms it.
 *
 * @param lapsesAt the first instant at which it can no longer be confirmed
 */
@EventName("account.second-factor-removal-proposed")
public record SecondFactorRemovalProposed(
        AccountId account, CredentialId secondFactor, SecondFactorReason reason, AccountId proposedBy, Instant lapsesAt)
        implements AccountEvent {}
