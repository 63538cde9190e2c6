package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;

/**
 * Let an account sign in with one more secret. Repeating it changes nothing.
 *
 * @param issuedBy who is shown the secret
 */
public record IssueCredential(AccountId account, CredentialId credential, AccountId issuedBy)
        implements AccountCommand<CredentialIssued> {}
