package com.hotpotspot.command.issuer;

import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.credential.Credentials;
import com.hotpotspot.events.account.AccountId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Compares what somebody sends with the credentials that their account has at this moment. */
@Component
@IfBuiltIn
class AccountSecrets implements PasswordEncoder {

    private final AccountRegistry accounts;
    private final Credentials credentials;

    AccountSecrets(AccountRegistry accounts, Credentials credentials) {
        this.accounts = accounts;
        this.credentials = credentials;
    }

    /** Takes longer for an account that there is, which tells nothing new: the ids of accounts are in the log. */
    boolean isSecretOf(AccountId account, String secret) {
        return credentials.verify(
                account,
                accounts.find(account).map(RegisteredAccount::credentials).orElse(Set.of()),
                secret);
    }

    /** @param account an account's id, which {@link Clients} gives in place of a hash */
    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String account) {
        return secret != null && account != null && isSecretOf(new AccountId(account), secret.toString());
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        throw new UnsupportedOperationException("secrets are made by the credentials, not here");
    }
}
