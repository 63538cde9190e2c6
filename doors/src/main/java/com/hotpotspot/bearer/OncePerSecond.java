package com.hotpotspot.bearer;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says that there are no keys rather than ask again within a second, whether the last answer was good or bad. */
final class OncePerSecond extends JWKSetSourceWrapper<SecurityContext> {

    private static final Duration ASK_AT_MOST_EVERY = Duration.ofSeconds(1);

    /** Whoever keeps the keys asks for one set at a time, and holds the lock for that. */
    private volatile long nextAfter = System.nanoTime();

    OncePerSecond(JWKSetSource<SecurityContext> source) {
        super(source);
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        if (System.nanoTime() - nextAfter < 0) {
            throw new JWKSetUnavailableException("the issuer was asked within this second");
        }
        try {
            return getSource().getJWKSet(refresh, now, context);
        } finally {
            nextAfter = System.nanoTime() + ASK_AT_MOST_EVERY.toNanos();
        }
    }
}
