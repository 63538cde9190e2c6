package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;

/** An account can no longer sign in with a secret. */
@EventName("account.credential-revoked")
public record CredentialRevoked(AccountId account, CredentialId credential) implements AccountEvent {}
