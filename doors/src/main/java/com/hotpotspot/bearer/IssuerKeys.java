package com.hotpotspot.bearer;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;

/**
 * The keys that an issuer publishes. They are asked for when a token first needs one, then now and then, and when a
 * token names a key that is not among them; but not more than once a second, whatever tokens people make up. While the
 * issuer is away, those it published last count.
 */
public final class IssuerKeys {

    private static final Duration ASK_AT_LEAST_EVERY = Duration.ofMinutes(5);

    /** For how long keys count while the issuer is away. */
    private static final Duration KEEP = Duration.ofHours(1);

    /** Whoever needs keys waits for the one who asks, and perhaps for another one who did before. */
    private static final Duration WAIT = PublishedKeys.PATIENCE.multipliedBy(3);

    private IssuerKeys() {}

    /** The keys of the issuer that publishes them there, as a JSON Web Key Set (RFC 7517). */
    public static JWKSource<SecurityContext> at(URI address) {
        return JWKSourceBuilder.create(new OncePerSecond(new PublishedKeys(address)))
                .retrying(false)
                .outageTolerant(KEEP.toMillis())
                .rateLimited(
                        false) // Its refusals would pass for outages; OncePerSecond lets the keys that are known count.
                .refreshAheadCache(false)
                .cache(ASK_AT_LEAST_EVERY.toMillis(), WAIT.toMillis())
                .build();
    }
}
