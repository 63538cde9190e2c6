package com.hotpotspot.events.account;

/** An account can sign in with one more secret. */
public record CredentialIssued(AccountId account, CredentialId credential) implements AccountEvent {}
