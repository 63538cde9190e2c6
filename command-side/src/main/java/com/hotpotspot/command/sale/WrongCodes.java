package com.hotpotspot.command.sale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.events.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Counts the wrong claim codes of each account, so that nobody guesses at many receipts or locks them one after the
 * other. One process counts for itself, and forgets what is older than {@link #WHILE}.
 */
@Component
class WrongCodes {

    /** So many wrong codes an account may type in a while. */
    static final int ALLOWED = 20;

    static final Duration WHILE = Duration.ofHours(1);

    private static final int MOST_ACCOUNTS = 100_000;

    private final Clock clock;
    private final Cache<AccountId, Deque<Instant>> recent = Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .expireAfterWrite(WHILE)
            .build();

    WrongCodes(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether a code that {@code who} typed is right; if not, it counts. An account's codes are looked at one after the
     * other, so that many at once are no way around the count.
     *
     * @param look compares the code
     * @throws TooManyRequestsException if the account has typed too many wrong ones; the code is not looked at then
     */
    boolean isRight(AccountId who, BooleanSupplier look) {
        AtomicBoolean right = new AtomicBoolean();
        recent.asMap().compute(who, (account, before) -> {
            Instant now = clock.instant();
            Deque<Instant> wrong = before == null ? new ArrayDeque<>() : before;
            while (!wrong.isEmpty() && !wrong.getFirst().plus(WHILE).isAfter(now)) {
                wrong.removeFirst();
            }
            if (wrong.size() >= ALLOWED) {
                throw new TooManyRequestsException(
                        CheckCode.CLAIM_CODES_EXHAUSTED,
                        "Too many wrong claim codes; scan the QR code, or try again later.",
                        Duration.between(now, wrong.getFirst().plus(WHILE)));
            }
            right.set(look.getAsBoolean());
            if (!right.get()) {
                wrong.addLast(now);
            }
            return wrong.isEmpty() ? null : wrong;
        });
        return right.get();
    }
}
