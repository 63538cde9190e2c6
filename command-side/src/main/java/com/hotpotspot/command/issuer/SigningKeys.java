package com.hotpotspot.command.issuer;

import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Secret;
import com.hotpotspot.keystore.SecretName;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The key pairs that tokens are signed with, on the curve P-256 (ES256), newest first. They are in the keystore and so
 * survive a restart. A key that has become old is replaced, and goes on verifying until its last tokens have expired.
 */
@Component
@IfBuiltIn
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** Longer than any token lives, and than anybody keeps a copy of the published keys. */
    private static final Duration VERIFIES_ON = Duration.ofDays(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final Keystore keystore;
    private final IssuerSettings settings;
    private final Clock clock;
    private volatile List<JWK> keys;
    private Instant nextLook;

    SigningKeys(Keystore keystore, IssuerSettings settings, Clock clock) {
        this.keystore = keystore;
        this.settings = settings;
        this.clock = clock;
        keystore.obtain(SecretName.TOKEN_SIGNING, this::generate);
        this.keys = read();
        this.nextLook = clock.instant();
    }

    /** What a token's verification asks for by the key's id, and what its signing asks for without. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        renewIfOld();
        List<JWK> found = selector.select(new JWKSet(keys));
        if (found.isEmpty() && lookAgain()) {
            found = selector.select(new JWKSet(keys));
        }
        return found;
    }

    /** Another process may have made a key since; whoever sends tokens with made-up ids costs a look now and then. */
    private synchronized boolean lookAgain() {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return false;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        keystore.refresh();
        keys = read();
        return true;
    }

    private void renewIfOld() {
        if (isOld(keys.getFirst())) {
            renew();
        }
    }

    private synchronized void renew() {
        if (isOld(keys.getFirst())) {
            keystore.rotate(SecretName.TOKEN_SIGNING, generate());
            keys = read();
            LOG.info("Tokens are signed with a new key from now on");
        }
    }

    private boolean isOld(JWK key) {
        return issued(key).plus(settings.keyLifetime()).isBefore(clock.instant());
    }

    private static Instant issued(JWK key) {
        Date issued = key.getIssueTime();
        return issued == null ? Instant.EPOCH : issued.toInstant();
    }

    /** The newest, and those whose successor is so young that their tokens are still about. */
    private List<JWK> read() {
        List<JWK> all = new ArrayList<>();
        versions().map(SigningKeys::parse).forEach(all::addFirst);
        Instant stillAbout = clock.instant().minus(VERIFIES_ON);
        List<JWK> good = new ArrayList<>();
        for (JWK key : all) {
            if (good.isEmpty() || issued(good.getLast()).isAfter(stillAbout)) {
                good.add(key);
            }
        }
        return List.copyOf(good);
    }

    private Stream<Secret> versions() {
        return keystore.list().stream()
                .filter(which -> which.name().equals(SecretName.TOKEN_SIGNING))
                .flatMap(which -> keystore.secret(which.name(), which.version()).stream());
    }

    private static JWK parse(Secret secret) {
        try {
            return JWK.parse(new String(secret.bytes(), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("%s is not a JSON Web Key".formatted(secret), e);
        }
    }

    private byte[] generate() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(clock.instant()))
                    .generate();
            return key.toJSONString().getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has the curve P-256", e);
        }
    }
}
