package com.hotpotspot.command.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.Hashes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) with the least parameters that OWASP advises, a few at a time: each takes memory and a core, and
 * never waits for anything. Requests are handled on virtual threads, which share a few threads of the machine; one that
 * is busy with this would keep one from all the others. So it is done on threads of its own, fewer than there are
 * cores, and of low priority for where the operating system heeds that.
 */
@Component
class SecretHasher implements AutoCloseable {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int KNOWN_ADDRESSES = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Whoever issues credentials, which takes a role. */
    private static final Asker ISSUING = new Asker(Optional.empty(), ClientAddress.UNKNOWN);

    private final PasswordEncoder argon2;
    private final FairTurns<Asker> turns;
    private final Cache<ClientAddress, Boolean> known =
            Caffeine.newBuilder().maximumSize(KNOWN_ADDRESSES).build();
    private final ExecutorService threads;

    @Autowired
    SecretHasher(Limits limits) {
        this(
                limits.hashes(),
                Runtime.getRuntime().availableProcessors(),
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
    }

    SecretHasher(Hashes limits, int cores, PasswordEncoder argon2) {
        int atOnce = limits.thatFit(cores);
        this.argon2 = argon2;
        this.turns = new FairTurns<>(atOnce, limits.waiting(), PATIENCE, Asker::address, this::isKnown);
        this.threads = Executors.newFixedThreadPool(
                atOnce,
                Thread.ofPlatform()
                        .daemon()
                        .name("secrets-", 1)
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
    }

    /**
     * The hash of a secret, with a salt of its own, as a PHC string.
     *
     * @throws TooManyRequestsException if too many others are waiting
     */
    String hash(ClientSecret secret) {
        return hash(secret.value());
    }

    /**
     * The same of what a person chose.
     *
     * @throws TooManyRequestsException if too many others are waiting
     */
    String hash(Password password) {
        return hash(password.value());
    }

    private String hash(String secret) {
        return turns.take(ISSUING, () -> onOwnThread(() -> argon2.encode(secret)));
    }

    /**
     * What needs secrets to be compared, once it is somebody's turn. What it takes to know what to compare belongs into
     * it, so that whoever waits holds nothing that others need.
     *
     * @throws TooManyRequestsException if too many others are waiting
     */
    <T> T inTurn(Asker asker, Supplier<T> comparing) {
        return turns.take(asker, comparing);
    }

    /**
     * Whether this is the secret that was hashed, found out in a time that does not tell how close it is; in a turn.
     */
    boolean matches(String secret, String hash) {
        return onOwnThread(() -> argon2.matches(secret, hash));
    }

    /** Somebody was right there: where there is no room for all, they come before those who never were. */
    void remember(ClientAddress address) {
        known.put(address, true);
    }

    private boolean isKnown(Asker asker) {
        return asker.equals(ISSUING) || known.getIfPresent(asker.address()) != null;
    }

    /** How many wait for their turn. */
    int inLine() {
        return turns.inLine();
    }

    private <T> T onOwnThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads).join();
    }

    @Override
    public void close() {
        threads.close();
    }
}
