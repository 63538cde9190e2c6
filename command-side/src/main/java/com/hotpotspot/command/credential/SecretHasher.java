package com.hotpotspot.command.credential;

import com.hotpotspot.access.TooManyRequestsException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id (RFC 9106) with the least parameters that OWASP advises, a few at a time: each takes memory and a core. */
@Component
class SecretHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore turns;

    SecretHasher(CredentialSettings settings) {
        this.turns = new Semaphore(settings.hashesAtOnce(), true);
    }

    /** The hash of a secret, with a salt of its own, as a PHC string. */
    String hash(ClientSecret secret) {
        return inTurn(() -> argon2.encode(secret.value()));
    }

    /** Whether this is the secret that was hashed, found out in a time that does not tell how close it is. */
    boolean matches(String secret, String hash) {
        return inTurn(() -> argon2.matches(secret, hash));
    }

    /** @throws TooManyRequestsException if too many others are waiting */
    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyRequestsException(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyRequestsException(PATIENCE);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
