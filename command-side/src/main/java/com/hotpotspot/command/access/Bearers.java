package com.hotpotspot.command.access;

import com.hotpotspot.access.Identity;
import com.hotpotspot.access.RolesClaim;
import com.hotpotspot.bearer.IssuerAwayException;
import com.hotpotspot.bearer.RefusedTokenException;
import com.hotpotspot.bearer.VerifiedTokens;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.web.Readiness;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Tells who sends a token that was verified. With the built-in issuer the accounts are asked, not the token, each time
 * and before anything else: what was taken from an account, and what was obtained with a credential that was revoked,
 * is of no use from then on at any door.
 */
@Component
class Bearers {

    private final VerifiedTokens<JWTClaimsSet> tokens;
    private final AccountRegistry accounts;
    private final AccessSettings settings;
    private final RolesClaim roles;
    private final Readiness readiness;
    private final Clock clock;

    Bearers(
            VerifiedTokens<JWTClaimsSet> tokens,
            AccountRegistry accounts,
            AccessSettings settings,
            Readiness readiness,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.settings = settings;
        this.roles = new RolesClaim(settings.rolesClaim());
        this.readiness = readiness;
        this.clock = clock;
    }

    /** @throws AuthenticationException if it is nobody, or nobody any longer */
    SignedIn authenticate(Authentication bearer) {
        try {
            return bearerOf(tokens.verify(((BearerTokenAuthenticationToken) bearer).getToken()));
        } catch (RefusedTokenException e) {
            throw new InvalidBearerTokenException("the token is not valid, or no longer", e);
        } catch (IssuerAwayException e) {
            throw new IssuerUnknownException(e);
        }
    }

    private SignedIn bearerOf(JWTClaimsSet token) {
        try {
            AccountId account = new AccountId(token.getSubject());
            return settings.issuerIsOutside() ? asItSays(account, token) : knownHere(account, token);
        } catch (InvalidValue e) {
            throw new InvalidBearerTokenException("the subject or the credential is not an id", e);
        }
    }

    private SignedIn asItSays(AccountId account, JWTClaimsSet token) {
        Identity identity = Identity.ofClaims(account, roles.in(token.getClaims()));
        return new SignedIn(identity, isOfThePages(token), () -> Optional.of(identity));
    }

    private SignedIn knownHere(AccountId account, JWTClaimsSet token) {
        CredentialId credential = new CredentialId(claim(Identity.CREDENTIAL_CLAIM, token));
        Supplier<Optional<Identity>> now = () -> accounts.identify(account, credential, clock.instant());
        return now.get()
                .map(identity -> new SignedIn(identity, isOfThePages(token), now))
                .orElseThrow(() -> readiness.caughtUp()
                        ? new InvalidBearerTokenException("the account or its credential is there no longer")
                        : new AccountsUnknownException());
    }

    private boolean isOfThePages(JWTClaimsSet token) {
        return settings.clientId().equals(claim(settings.clientClaim(), token));
    }

    private static String claim(String name, JWTClaimsSet token) {
        return token.getClaim(name) instanceof String text ? text : "";
    }

    /** Nobody can be told from others yet. */
    static final class AccountsUnknownException extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        AccountsUnknownException() {
            super("The accounts are still being read; try again shortly.");
        }
    }

    /** Nobody can be told from others, since the keys of who vouches for them are not to be had. */
    static final class IssuerUnknownException extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final IssuerAwayException away;

        IssuerUnknownException(IssuerAwayException away) {
            super("the issuer's keys cannot be fetched", away);
            this.away = away;
        }

        IssuerAwayException away() {
            return away;
        }
    }
}
