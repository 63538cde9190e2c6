package com.hotpotspot.command.issuer;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.credential.Asker;
import com.hotpotspot.command.credential.Credentials;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.limits.ClientAddress;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Compares what somebody sends with the credentials that their account has at this moment, whatever door they come
 * through. Who was right before is not counted among those who may be wrong.
 */
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
     * The credential that has this secret, of the account of this name. Takes longer for an account that there is,
     * which tells nothing new: the ids of accounts are in the log.
     *
     * @param details where the request came from
     * @throws TooManyRequestsException if too many were wrong, or too many are being compared
     */
    Optional<CredentialId> credentialOf(String name, @Nullable Object secret, @Nullable Object details) {
        Asker asker = new Asker(idOf(name), addressOf(details));
        Set<CredentialId> known = asker.account()
                .flatMap(accounts::find)
                .map(RegisteredAccount::credentials)
                .orElse(Set.of());
        String given = secret == null ? "" : secret.toString();
        return credentials.recall(known, given).or(() -> credentials.find(known, given, asker));
    }

    private static ClientAddress addressOf(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? new ClientAddress(web.getRemoteAddress())
                : ClientAddress.UNKNOWN;
    }

    private static Optional<AccountId> idOf(String name) {
        try {
            return Optional.of(new AccountId(name));
        } catch (InvalidValue noId) {
            return Optional.empty();
        }
    }
}
