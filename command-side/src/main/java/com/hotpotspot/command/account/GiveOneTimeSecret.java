package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;

/**
 * Let a person choose a password with a secret that is good once and not for long, in place of all that they signed in
 * with before. Repeating it changes nothing.
 *
 * @param issuedBy who is shown the secret
 */
record GiveOneTimeSecret(AccountId account, CredentialId credential, AccountId issuedBy)
        implements AccountCommand<CredentialIssued> {}
