package com.hotpotspot.events.account;

/** An account can no longer sign in with a secret. */
public record CredentialRevoked(AccountId account, CredentialId credential) implements AccountEvent {}
