package com.hotpotspot.query.access;

import com.hotpotspot.access.Identity;
import com.hotpotspot.access.RolesClaim;
import com.hotpotspot.bearer.IssuerAwayException;
import com.hotpotspot.bearer.RefusedTokenException;
import com.hotpotspot.bearer.VerifiedTokens;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.query.web.Problem;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/** Tells who sends an access token, and whether the log still knows them. */
final class AccessTokens {

    private final VerifiedTokens<SignedIn> verified;
    private final RolesClaim roles;
    private final KnownAccounts accounts;
    private final AccountsReader log;

    AccessTokens(
            AccessSettings settings,
            JWKSource<SecurityContext> keys,
            KnownAccounts accounts,
            AccountsReader log,
            Clock clock) {
        this.verified = new VerifiedTokens<>(settings.trust(), keys, this::seenFirst, clock);
        this.roles = new RolesClaim(settings.rolesClaim());
        this.accounts = accounts;
        this.log = log;
    }

    /**
     * Who the bearer of a token is, as it says. May wait for the issuer.
     *
     * @throws BadTokenException if the token opens nothing, or no longer
     * @throws Problem if that cannot be told, because the issuer's keys cannot be fetched
     */
    SignedIn verify(String token) {
        SignedIn signedIn = read(token);
        if (accounts.now(signedIn).isEmpty()) {
            throw new BadTokenException();
        }
        return signedIn;
    }

    private SignedIn read(String token) {
        try {
            return verified.verify(token);
        } catch (RefusedTokenException e) {
            throw new BadTokenException(e);
        } catch (IssuerAwayException e) {
            throw Problem.unavailable("The issuer of access tokens");
        }
    }

    /** The issuer may know of an account or a role some milliseconds before the log's reader does. */
    private SignedIn seenFirst(JWTClaimsSet claims) throws ParseException {
        Identity identity = Identity.ofClaims(new AccountId(claims.getSubject()), roles.in(claims.getClaims()));
        Optional<CredentialId> credential = Optional.ofNullable(claims.getStringClaim(Identity.CREDENTIAL_CLAIM))
                .map(CredentialId::new);
        SignedIn signedIn =
                new SignedIn(identity, credential, claims.getExpirationTime().toInstant());
        if (!accounts.confirm(signedIn)) {
            log.catchUp();
        }
        return signedIn;
    }
}
