package com.hotpotspot.bearer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.events.InvalidValue;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Verifies access tokens: signed JWTs (RFC 7519, RFC 9068) of the one issuer, for this audience. A token is verified
 * once in a while, not with each of the many requests that carry it: a signature on the curve P-256 takes several times
 * as much of the processor as a sale does. A key that the issuer withdraws counts for that much longer.
 *
 * @param <T> what is made of the claims of a good token
 */
public final class VerifiedTokens<T> {

    /** For the clock of an issuer that is ahead; expiry is taken at its word. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final int MOST = 10_000;
    private static final Duration FOR = Duration.ofMinutes(1);

    private final Cache<String, Verified<T>> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Reading<T> reading;
    private final Clock clock;

    /** @param reading asked once for each token while it is remembered */
    public VerifiedTokens(Trust trust, JWKSource<SecurityContext> keys, Reading<T> reading, Clock clock) {
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        trust.audience(),
                        new JWTClaimsSet.Builder().issuer(trust.issuer()).build(),
                        Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(Math.toIntExact(SKEW.toSeconds()));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(trust.algorithms(), (selector, context) -> keysOf(keys, selector)));
        // RFC 9068 §4, and what issuers used before it; some say none.
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), JOSEObjectType.JWT, null));
        processor.setJWTClaimsSetVerifier(claims);
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * What a token says. May wait for the issuer.
     *
     * @throws RefusedTokenException if the token opens nothing, or no longer
     * @throws IssuerAwayException if that cannot be told
     */
    public T verify(String token) throws RefusedTokenException, IssuerAwayException {
        Verified<T> known = verified.getIfPresent(token);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.said();
        }
        Verified<T> read = read(token);
        verified.put(token, read);
        return read.said();
    }

    /** Whatever is wrong with the keys is no fault of a token. */
    private static List<JWK> keysOf(JWKSource<SecurityContext> keys, JWKSelector selector) throws KeySourceException {
        try {
            return keys.get(selector, null);
        } catch (RuntimeException e) {
            throw new KeySourceException("the keys cannot be read", e);
        }
    }

    private Verified<T> read(String token) throws RefusedTokenException, IssuerAwayException {
        JWTClaimsSet claims = claims(token);
        Instant until = claims.getExpirationTime().toInstant();
        if (claims.getSubject() == null || !clock.instant().isBefore(until)) {
            throw new RefusedTokenException(new BadJWTException("is nobody's, or has expired"));
        }
        try {
            return new Verified<>(reading.of(claims), until);
        } catch (ParseException | InvalidValue e) {
            throw new RefusedTokenException(e);
        }
    }

    private JWTClaimsSet claims(String token) throws RefusedTokenException, IssuerAwayException {
        try {
            return processor.process(token, null);
        } catch (ParseException | BadJOSEException e) {
            throw new RefusedTokenException(e);
        } catch (JOSEException e) {
            throw new IssuerAwayException(e);
        } catch (RuntimeException e) {
            // What is JSON and no object, such as null, makes the parser fail in ways of its own.
            throw new RefusedTokenException(e);
        }
    }

    /** What is made of the claims of a token that was verified. */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * @throws ParseException if a claim is none that can be read
         * @throws InvalidValue if one names what cannot be
         */
        T of(JWTClaimsSet claims) throws ParseException;
    }

    private record Verified<T>(T said, Instant until) {}
}
