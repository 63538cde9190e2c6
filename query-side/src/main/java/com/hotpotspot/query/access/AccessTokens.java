package com.hotpotspot.query.access;

import com.hotpotspot.access.Identity;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
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
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies access tokens: signed JWTs (RFC 7519, RFC 9068) of the one issuer, for this audience. */
final class AccessTokens {

    /** For clocks that differ; expiry is taken at its word. */
    private static final int SKEW_SECONDS = 5;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String rolesClaim;
    private final Clock clock;

    AccessTokens(AccessSettings settings, IssuerKeys keys, Clock clock) {
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
                Set.of("sub", "exp"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(settings.jwsAlgorithms(), keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(claims);
        this.rolesClaim = settings.rolesClaim();
        this.clock = clock;
    }

    /**
     * Who the bearer of a token is. May wait for the issuer.
     *
     * @throws BadTokenException if the token opens nothing
     * @throws Problem if that cannot be told, because the issuer's keys cannot be fetched
     */
    SignedIn verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Identity identity = Identity.ofClaims(new AccountId(claims.getSubject()), roles(claims));
            SignedIn signedIn =
                    new SignedIn(identity, claims.getExpirationTime().toInstant());
            if (!signedIn.isAt(clock.instant())) {
                throw new BadTokenException();
            }
            return signedIn;
        } catch (ParseException | BadJOSEException | InvalidValue e) {
            throw new BadTokenException(e);
        } catch (JOSEException e) {
            throw Problem.unavailable("The issuer of access tokens");
        }
    }

    private List<String> roles(JWTClaimsSet claims) {
        Object found = claims.getClaim(rolesClaim);
        return texts(found == null ? within(claims.getClaims(), List.of(rolesClaim.split("\\."))) : found);
    }

    private static @Nullable Object within(@Nullable Object value, List<String> path) {
        if (path.isEmpty()) {
            return value;
        }
        return value instanceof Map<?, ?> object
                ? within(object.get(path.getFirst()), path.subList(1, path.size()))
                : null;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> all
                ? all.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
