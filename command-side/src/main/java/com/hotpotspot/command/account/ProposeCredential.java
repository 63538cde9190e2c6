package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialProposed;

/** Ask that an account can sign in with one more secret, where that takes two people. Repeating it changes nothing. */
record ProposeCredential(AccountId account, CredentialId credential, AccountId proposedBy)
        implements AccountCommand<CredentialProposed> {}
