package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;

/** Let an account sign in with one more secret. Repeating it changes nothing. */
public record IssueCredential(AccountId account, CredentialId credential) implements AccountCommand<CredentialIssued> {}
