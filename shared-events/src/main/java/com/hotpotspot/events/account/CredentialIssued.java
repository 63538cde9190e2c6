package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;
import org.jspecify.annotations.Nullable;

/**
 * An account can sign in with one more secret.
 *
 * @param shownTo whoever was shown the secret when it was made, and could therefore sign in with it as well; null where
 *     that was not recorded
 */
@EventName(value = "account.credential-issued", revision = "2")
public record CredentialIssued(
        AccountId account,
        CredentialId credential,
        @Nullable AccountId shownTo) implements AccountEvent {}
