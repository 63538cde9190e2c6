package com.hotpotspot.command.issuer;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.RegisteredAccount;
import com.hotpotspot.command.credential.Asker;
import com.hotpotspot.command.credential.Credentials;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Compares what somebody sends with the credentials that their account has at this moment. The one way to that:
 * whatever door they come through, wrong secrets are counted before any is compared, for each name at each address and
 * for each address in all, so that nobody keeps another from signing in by trying in their name. Right secrets are not
 * counted: any number of people may sign in from one address.
 */
@Component
@IfBuiltIn
class AccountSecrets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AccountRegistry accounts;
    private final Credentials credentials;
    private final RateLimit<ClientAddress> wrongOfAddress;
    private final RateLimit<Asker> wrongOfAsker;

    AccountSecrets(AccountRegistry accounts, Credentials credentials, Limits limits) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.wrongOfAddress = new RateLimit<>(limits.signIns().perAddress(), MINUTE);
        this.wrongOfAsker = new RateLimit<>(limits.signIns().perClient(), MINUTE);
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
        Optional<RegisteredAccount> account = asker.account().flatMap(accounts::find);
        String given = secret == null ? "" : secret.toString();
        return account.flatMap(known -> credentials.recall(known.credentials(), given))
                .or(() -> compared(account, given, asker));
    }

    /** Counted beforehand, since many may be compared at the same time, and taken back unless it was wrong. */
    private Optional<CredentialId> compared(Optional<RegisteredAccount> account, String given, Asker asker) {
        wrongOfAsker.count(asker);
        boolean wrong = false;
        try {
            wrongOfAddress.count(asker.address());
            try {
                Optional<CredentialId> found =
                        account.flatMap(known -> credentials.find(known.id(), known.credentials(), given, asker));
                wrong = found.isEmpty();
                return found;
            } finally {
                if (!wrong) {
                    wrongOfAddress.giveBack(asker.address());
                }
            }
        } finally {
            if (!wrong) {
                wrongOfAsker.giveBack(asker);
            }
        }
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
