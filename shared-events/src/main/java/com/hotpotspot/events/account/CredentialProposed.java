package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;
import java.time.Instant;

/**
 * Somebody asks that an account can sign in with one more secret, where that takes two people. It has none before
 * another one confirms it.
 *
 * @param lapsesAt the first instant at which it can no longer be confirmed
 */
@EventName("account.credential-proposed")
public record CredentialProposed(AccountId account, CredentialId credential, AccountId proposedBy, Instant lapsesAt)
        implements AccountEvent {}
