package com.hotpotspot.bearer;

import com.hotpotspot.outside.BoundedHttp;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the issuer for its keys, each time, and takes what belongs to nobody else: a short answer, soon. */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BoundedHttp http = new BoundedHttp();
    private final URI address;

    PublishedKeys(URI address) {
        this.address = address;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            return JWKSet.parse(answer()).toPublicJWKSet();
        } catch (KeySourceException e) {
            LOG.warn("The issuer's keys cannot be fetched from {}: {}", address, e.getMessage());
            throw e;
        } catch (ParseException | RuntimeException e) {
            // What is JSON and no set of keys, such as null, makes the parser fail in ways of its own.
            LOG.warn("What {} answers are no keys: {}", address, e.toString());
            throw new JWKSetParseException("the issuer's answer is no set of keys", e);
        }
    }

    private String answer() throws JWKSetUnavailableException {
        FutureTask<BoundedHttp.Reply> asking = new FutureTask<>(() -> http.get(address));
        Thread.ofVirtual().name("issuer-keys").start(asking);
        try {
            BoundedHttp.Reply reply = asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!reply.isOk()) {
                throw new JWKSetUnavailableException("it answered " + reply.inWords());
            }
            return reply.body();
        } catch (ExecutionException e) {
            throw new JWKSetUnavailableException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new JWKSetUnavailableException("its answer takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JWKSetUnavailableException("interrupted", e);
        } finally {
            asking.cancel(true);
        }
    }

    @Override
    public void close() {
        // Connections that nobody uses any more close by themselves.
    }
}
