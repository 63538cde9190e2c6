package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;

/**
 * Be the second person behind a credential that was proposed. Repeating it changes nothing.
 *
 * @param confirmedBy who is shown the secret
 */
record ConfirmCredential(AccountId account, CredentialId credential, AccountId confirmedBy)
        implements AccountCommand<CredentialIssued> {}
