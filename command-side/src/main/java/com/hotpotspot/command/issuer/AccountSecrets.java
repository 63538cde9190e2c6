package com.hotpotspot.command.issuer;

import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.credential.Credentials;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Compares what somebody sends with the credentials that their account has at this moment. */
@Component
@IfBuiltIn
class AccountSecrets {

    private final AccountRegistry accounts;
    private final Credentials credentials;

    AccountSecrets(AccountRegistry accounts, Credentials credentials) {
        this.accounts = accounts;
        this.credentials = credentials;
    }

    /**
     * The credential of an account that has this secret. Takes longer for an account that there is, which tells nothing
     * new: the ids of accounts are in the log.
     */
    Optional<CredentialId> credentialOf(AccountId account, String secret) {
        return credentials.find(
                account,
                accounts.find(account).map(RegisteredAccount::credentials).orElse(Set.of()),
                secret);
    }
}
