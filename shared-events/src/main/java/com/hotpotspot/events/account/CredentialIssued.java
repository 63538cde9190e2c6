package com.hotpotspot.events.account;

import org.jspecify.annotations.Nullable;

/**
 * An account can sign in with one more secret.
 *
 * @param shownTo whoever was shown the secret when it was made, and could therefore sign in with it as well; null where
 *     that was not recorded
 */
public record CredentialIssued(
        AccountId account,
        CredentialId credential,
        @Nullable AccountId shownTo) implements AccountEvent {}
