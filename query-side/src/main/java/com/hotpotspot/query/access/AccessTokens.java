package com.hotpotspot.query.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.access.Identity;
import com.hotpotspot.access.RolesClaim;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.query.web.Problem;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Verifies access tokens: signed JWTs (RFC 7519, RFC 9068) of the one issuer, for this audience. */
final class AccessTokens {

    /** For clocks that differ; expiry is taken at its word. */
    private static final int SKEW_SECONDS = 5;

    /**
     * A client sends the same token for minutes, and verifying one takes about as long as answering. A key that the
     * issuer withdraws counts for that much longer.
     */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<String, SignedIn> verified = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final RolesClaim roles;
    private final KnownAccounts accounts;
    private final AccountsReader log;

    AccessTokens(AccessSettings settings, IssuerKeys keys, KnownAccounts accounts, AccountsReader log) {
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
                Set.of("sub", "exp"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(settings.jwsAlgorithms(), keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(claims);
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
        SignedIn known = verified.getIfPresent(token);
        SignedIn signedIn = known == null ? seenFirst(token) : known;
        if (accounts.now(signedIn).isEmpty()) {
            throw new BadTokenException();
        }
        return signedIn;
    }

    /** The issuer may know of an account or a role some milliseconds before the log's reader does. */
    private SignedIn seenFirst(String token) {
        SignedIn signedIn = read(token);
        if (!accounts.confirm(signedIn)) {
            log.catchUp();
        }
        verified.put(token, signedIn);
        return signedIn;
    }

    private SignedIn read(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Identity identity = Identity.ofClaims(new AccountId(claims.getSubject()), roles.in(claims.getClaims()));
            Optional<CredentialId> credential = Optional.ofNullable(claims.getStringClaim(Identity.CREDENTIAL_CLAIM))
                    .map(CredentialId::new);
            return new SignedIn(identity, credential, claims.getExpirationTime().toInstant());
        } catch (ParseException | BadJOSEException | InvalidValue e) {
            throw new BadTokenException(e);
        } catch (JOSEException e) {
            throw Problem.unavailable("The issuer of access tokens");
        }
    }
}
