package com.hotpotspot.command.credential;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits;
import java.time.Duration;
import java.util.Optional;
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

    /** Whoever issues credentials, which takes a role. */
    private static final Asker ISSUING = new Asker(Optional.empty(), ClientAddress.UNKNOWN);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final FairTurns<Asker> turns;

    SecretHasher(Limits limits) {
        this.turns = new FairTurns<>(limits.hashes().atOnce(), limits.hashes().waiting(), PATIENCE);
    }

    /**
     * The hash of a secret, with a salt of its own, as a PHC string.
     *
     * @throws TooManyRequestsException if too many others are waiting
     */
    String hash(ClientSecret secret) {
        return turns.take(ISSUING, () -> argon2.encode(secret.value()));
    }

    /**
     * Whether this is the secret that was hashed, found out in a time that does not tell how close it is.
     *
     * @throws TooManyRequestsException if too many others are waiting
     */
    boolean matches(String secret, String hash, Asker asker) {
        return turns.take(asker, () -> argon2.matches(secret, hash));
    }
}
