package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialProposed;

/** Ask that an account can sign in with one more secret, where that takes two people. Repeating it changes nothing. */
record ProposeCredential(AccountId account, CredentialId credential, CredentialKind kind, AccountId proposedBy)
        implements AccountCommand<CredentialProposed> {
    /** A secret that is good until it is revoked. */
    ProposeCredential(AccountId account, CredentialId credential, AccountId proposedBy) {
        this(account, credential, CredentialKind.SECRET, proposedBy);
    }
}
