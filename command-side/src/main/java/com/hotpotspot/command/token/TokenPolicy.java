package com.hotpotspot.command.token;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.policy.OwnershipCaps;
import com.hotpotspot.events.policy.PercentSplit;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import java.time.Duration;
import java.time.Instant;

/**
 * The rules of minting that are in force at some time.
 *
 * @param version counted from 1; every mint names the one it used
 * @param voidWindow how long after its recording a sale may be voided, in whole minutes
 * @param claimWindow how long after its recording a check may be claimed, in whole minutes
 * @param tokenPrice for valuations in registries
 */
public record TokenPolicy(
        int version,
        Emission emission,
        Split ownerNodeSplit,
        Split franchiseNodeSplit,
        Duration voidWindow,
        Duration claimWindow,
        Caps caps,
        Tetri tokenPrice) {

    /** The longest window that a policy may set: ten years. */
    static final int LONGEST_WINDOW_MINUTES = 3_650 * 24 * 60;

    private static final Duration SETTLING_TIME = Duration.ofHours(1);

    /**
     * @throws InvalidValue if the windows are out of range, or the claim window is not longer than the void window plus
     *     an hour
     */
    public TokenPolicy {
        InvalidValue.unless(!voidWindow.isNegative(), "voidWindowMinutes", "must not be negative");
        InvalidValue.unless(
                claimWindow.compareTo(Duration.ofMinutes(LONGEST_WINDOW_MINUTES)) <= 0,
                "claimWindowMinutes",
                "must be at most %d",
                LONGEST_WINDOW_MINUTES);
        InvalidValue.unless(
                claimWindow.compareTo(voidWindow.plus(SETTLING_TIME)) > 0,
                "claimWindowMinutes",
                "must be longer than the void window plus an hour");
        InvalidValue.unless(tokenPrice.value() >= 1, "tokenPriceTetri", "must be at least 1");
    }

    /** What a sale of {@code total} on a node of this type mints, and for whom. */
    public Shares mintOn(NodeType type, Tetri total) {
        return split(type).of(emission.on(total));
    }

    private Split split(NodeType type) {
        return switch (type) {
            case OWNER -> ownerNodeSplit;
            case FRANCHISE -> franchiseNodeSplit;
        };
    }

    TokenPolicy withVersion(int number) {
        return new TokenPolicy(
                number, emission, ownerNodeSplit, franchiseNodeSplit, voidWindow, claimWindow, caps, tokenPrice);
    }

    TokenPolicyAdopted adoptedFrom(Instant effectiveFrom) {
        return new TokenPolicyAdopted(
                version,
                effectiveFrom,
                emission.kind(),
                emission.units(),
                percents(ownerNodeSplit),
                percents(franchiseNodeSplit),
                Math.toIntExact(voidWindow.toMinutes()),
                Math.toIntExact(claimWindow.toMinutes()),
                new OwnershipCaps(caps.founderPercent(), caps.franchiseePercent(), caps.customerPercent()),
                tokenPrice);
    }

    static TokenPolicy of(TokenPolicyAdopted event) {
        return new TokenPolicy(
                event.version(),
                new Emission(event.emission(), event.emissionUnits()),
                split(event.ownerSplit()),
                split(event.franchiseSplit()),
                Duration.ofMinutes(event.voidWindowMinutes()),
                Duration.ofMinutes(event.claimWindowMinutes()),
                new Caps(
                        event.caps().founder(),
                        event.caps().franchisee(),
                        event.caps().customer()),
                event.tokenPriceTetri());
    }

    private static PercentSplit percents(Split split) {
        return new PercentSplit(split.ownerPercent(), split.buyerPercent(), split.royaltyPercent());
    }

    private static Split split(PercentSplit percents) {
        return new Split(percents.owner(), percents.buyer(), percents.royalty());
    }
}
