package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account can sign in with one more secret.
 *
 * @param until the first instant at which it is good for nothing any more; null if it has no end
 * @param shownTo whoever was shown the secret when it was made, and could therefore sign in with it as well; null where
 *     that was not recorded
 */
@EventName(value = "account.credential-issued", revision = "3")
public record CredentialIssued(
        AccountId account,
        CredentialId credential,
        CredentialKind kind,
        @Nullable Instant until,
        @Nullable AccountId shownTo)
        implements AccountEvent {

    /** A secret that is good until it is revoked. */
    public CredentialIssued(AccountId account, CredentialId credential, @Nullable AccountId shownTo) {
        this(account, credential, CredentialKind.SECRET, null, shownTo);
    }

    /** Whether one signs in with it, again and again; what is good once only is good for choosing a password. */
    public boolean lasts() {
        return kind != CredentialKind.ONE_TIME;
    }

    /** Whether it has not come to its end at an instant. */
    public boolean isGoodAt(Instant now) {
        return until == null || now.isBefore(until);
    }
}
