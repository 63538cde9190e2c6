package com.hotpotspot.command.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialRevoked;

/** No longer let an account sign in with a secret. Changes nothing if it was revoked before. */
public record RevokeCredential(AccountId account, CredentialId credential)
        implements AccountCommand<CredentialRevoked> {}
