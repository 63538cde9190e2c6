package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;

/** Let an administrator sign in with a new secret, and with no other: the one they had is lost, or known to others. */
record ReplaceAdministratorCredential(AccountId account, CredentialId credential)
        implements AccountCommand<CredentialIssued> {}
