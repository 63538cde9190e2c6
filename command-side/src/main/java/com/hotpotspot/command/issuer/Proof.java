package com.hotpotspot.command.issuer;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialKind;

/**
 * That somebody knew a secret of an account.
 *
 * @param kind what the secret is good for
 */
record Proof(AccountId account, CredentialId credential, CredentialKind kind) {}
