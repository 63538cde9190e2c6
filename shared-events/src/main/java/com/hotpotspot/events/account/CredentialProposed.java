package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;
import java.time.Instant;

/**
 * Somebody asks that an account can sign in with one more secret, where that takes two people. It has none before
 * another one confirms it.
 *
 * @param lapsesAt the first instant at which it can no longer be confirmed
 */
@EventName(value = "account.credential-proposed", revision = "2")
public record CredentialProposed(
        AccountId account, CredentialId credential, CredentialKind kind, AccountId proposedBy, Instant lapsesAt)
        implements AccountEvent {

    /** A secret that is good until it is revoked. */
    public CredentialProposed(AccountId account, CredentialId credential, AccountId proposedBy, Instant lapsesAt) {
        this(account, credential, CredentialKind.SECRET, proposedBy, lapsesAt);
    }
}
