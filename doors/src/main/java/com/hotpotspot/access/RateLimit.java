package com.hotpotspot.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How often each of many may ask: so many times in a while, of which some or all may come at once. One process counts
 * for itself. Whoever has not asked for long is forgotten, and starts anew.
 *
 * @param <K> who asks
 */
public final class RateLimit<K> {

    private static final int MOST_KNOWN = 100_000;

    private final LoadingCache<K, Bucket> buckets;

    /** @param times 1 or more, within {@code period}, all at once or evenly spread */
    public RateLimit(int times, Duration period) {
        this(times, times, period);
    }

    /**
     * @param atOnce 1 or more, as many as may come one right after the other
     * @param times 1 or more, as many as become free again in a {@code period}, evenly spread over it
     */
    public RateLimit(int atOnce, int times, Duration period) {
        this(atOnce, times, period, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimit(int atOnce, int times, Duration period, TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterAccess(period.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(times, period))
                        .build());
    }

    /** @throws TooManyRequestsException with how long to wait, if {@code who} has asked too often */
    public void count(K who) {
        ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /**
     * Counts nothing.
     *
     * @throws TooManyRequestsException with how long to wait, if {@link #count} would throw it
     */
    public void requireRoom(K who) {
        EstimationProbe probe = buckets.get(who).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Counts one that has been let in, be there room for it or not. */
    public void add(K who) {
        buckets.get(who).consumeIgnoringRateLimits(1);
    }

    /**
     * Limits how often somebody seeks in vain. Each time is counted beforehand, since others may be under way, and
     * taken back unless nothing is found.
     *
     * @throws TooManyRequestsException as {@link #count} does; then nothing is sought
     */
    public <T> Optional<T> countUnlessFound(K who, Supplier<Optional<T>> seeking) {
        count(who);
        boolean inVain = false;
        try {
            Optional<T> found = seeking.get();
            inVain = found.isEmpty();
            return found;
        } finally {
            if (!inVain) {
                buckets.get(who).addTokens(1);
            }
        }
    }
}
