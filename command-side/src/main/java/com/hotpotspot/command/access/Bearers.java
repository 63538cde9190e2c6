package com.hotpotspot.command.access;

import static java.util.Objects.requireNonNullElse;

import com.hotpotspot.access.Identity;
import com.hotpotspot.access.RolesClaim;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.web.Readiness;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Tells who sends a token that was verified. With the built-in issuer the accounts are asked, not the token, each time
 * and before anything else: what was taken from an account, and what was obtained with a credential that was revoked,
 * is of no use from then on at any door.
 */
@Component
class Bearers implements Converter<Jwt, SignedIn> {

    private final AccountRegistry accounts;
    private final AccessSettings settings;
    private final RolesClaim roles;
    private final Readiness readiness;
    private final Clock clock;

    Bearers(AccountRegistry accounts, AccessSettings settings, Readiness readiness, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.roles = new RolesClaim(settings.rolesClaim());
        this.readiness = readiness;
        this.clock = clock;
    }

    /** @throws AuthenticationException if it is nobody, or nobody any longer */
    @Override
    public SignedIn convert(Jwt token) {
        try {
            AccountId account = new AccountId(requireNonNullElse(token.getSubject(), ""));
            return settings.issuerIsOutside() ? asItSays(account, token) : knownHere(account, token);
        } catch (InvalidValue e) {
            throw new InvalidBearerTokenException("the subject or the credential is not an id", e);
        }
    }

    private SignedIn asItSays(AccountId account, Jwt token) {
        Identity identity = Identity.ofClaims(account, roles.in(token.getClaims()));
        return new SignedIn(identity, isOfThePages(token), () -> Optional.of(identity));
    }

    private SignedIn knownHere(AccountId account, Jwt token) {
        CredentialId credential =
                new CredentialId(requireNonNullElse(token.getClaimAsString(Identity.CREDENTIAL_CLAIM), ""));
        Supplier<Optional<Identity>> now = () -> accounts.identify(account, credential, clock.instant());
        return now.get()
                .map(identity -> new SignedIn(identity, isOfThePages(token), now))
                .orElseThrow(() -> readiness.caughtUp()
                        ? new InvalidBearerTokenException("the account or its credential is there no longer")
                        : new AccountsUnknownException());
    }

    private boolean isOfThePages(Jwt token) {
        return settings.clientId().equals(token.getClaimAsString(settings.clientClaim()));
    }

    /** Nobody can be told from others yet. */
    static final class AccountsUnknownException extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        AccountsUnknownException() {
            super("The accounts are still being read; try again shortly.");
        }
    }
}
