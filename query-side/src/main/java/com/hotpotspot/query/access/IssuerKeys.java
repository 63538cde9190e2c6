package com.hotpotspot.query.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that the issuer publishes. They are asked for when a token first needs one, then now and then, and when a
 * token names a key that is not among them; but never more than once a second, whatever tokens people make up.
 */
final class IssuerKeys implements JWKSource<SecurityContext>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration ASK_AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final Duration ASK_AT_LEAST_EVERY = Duration.ofMinutes(5);

    /** For how long keys count while the issuer is away. */
    private static final Duration KEEP = Duration.ofHours(1);

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ReentrantLock asking = new ReentrantLock();

    private volatile @Nullable Published known;
    private volatile @Nullable Failed failed;

    IssuerKeys(URI address) {
        this.address = address;
    }

    /** @throws KeySourceException if there are no keys, because the issuer cannot be reached */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Published before = known;
        if (before != null && isWithin(ASK_AT_LEAST_EVERY, before.at())) {
            List<JWK> found = selector.select(before.keys());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return selector.select(justAsked());
    }

    private JWKSet justAsked() throws KeySourceException {
        asking.lock();
        try {
            Published latest = known;
            if (latest != null && isWithin(ASK_AT_MOST_EVERY, latest.at())) {
                return latest.keys();
            }
            Failed lately = failed;
            if (lately == null || !isWithin(ASK_AT_MOST_EVERY, lately.at())) {
                lately = ask();
            }
            if (lately == null) {
                return Objects.requireNonNull(known).keys();
            }
            if (latest != null && isWithin(KEEP, latest.at())) {
                return latest.keys();
            }
            throw new KeySourceException("the issuer's keys cannot be fetched", lately.cause());
        } finally {
            asking.unlock();
        }
    }

    private @Nullable Failed ask() {
        try {
            known = new Published(fetch(), System.nanoTime());
            failed = null;
        } catch (IOException | ParseException e) {
            LOG.warn("The issuer's keys cannot be fetched from {}: {}", address, e.toString());
            failed = new Failed(e, System.nanoTime());
        }
        return failed;
    }

    private JWKSet fetch() throws IOException, ParseException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return JWKSet.parse(response.body()).toPublicJWKSet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isWithin(Duration duration, long nanoTime) {
        return System.nanoTime() - nanoTime < duration.toNanos();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private record Published(JWKSet keys, long at) {}

    private record Failed(Exception cause, long at) {}
}
