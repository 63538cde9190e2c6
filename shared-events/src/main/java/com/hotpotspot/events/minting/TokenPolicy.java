package com.hotpotspot.events.minting;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.OwnershipCaps;
import com.hotpotspot.events.policy.PercentSplit;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.sale.SaleRecorded;
import java.time.Duration;
import java.time.Instant;

/**
 * The rules of minting that are in force at some time.
 *
 * @param version counted from 1; every mint names the one it used
 * @param leastTotal a sale below this mints nothing; at least 1 tetri, so that what is given away mints nothing
 * @param voidWindow how long after its recording a sale may be voided, in whole minutes
 * @param claimWindow how long after its recording a check may be claimed, in whole minutes
 * @param tokenPrice for valuations in registries
 */
public record TokenPolicy(
        int version,
        Emission emission,
        Tetri leastTotal,
        Split ownerNodeSplit,
        Split franchiseNodeSplit,
        Duration voidWindow,
        Duration claimWindow,
        Caps caps,
        Tetri tokenPrice) {

    /** The longest window that a policy may set: ten years. */
    public static final int LONGEST_WINDOW_MINUTES = 3_650 * 24 * 60;

    public static final long HIGHEST_LEAST_TOTAL = SaleRecorded.HIGHEST_TOTAL_TETRI;

    private static final Duration SETTLING_TIME = Duration.ofHours(1);

    /** In force since always: sales from before the system are imported under it. */
    public static final TokenPolicy FIRST = new TokenPolicy(
            1,
            new Emission(EmissionKind.FLAT, Units.of(100)),
            Tetri.of(100),
            new Split(51, 49, 0),
            new Split(48, 49, 3),
            Duration.ofHours(24),
            Duration.ofDays(365),
            new Caps(48, 24, 49),
            Tetri.of(500));

    /**
     * @throws InvalidValue if the windows or the least total are out of range, or the claim window is not longer than
     *     the void window plus an hour
     */
    public TokenPolicy {
        InvalidValue.unless(
                leastTotal.value() >= 1 && leastTotal.value() <= HIGHEST_LEAST_TOTAL,
                "leastTotalTetri",
                "must lie between 1 and %d",
                HIGHEST_LEAST_TOTAL);
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

    /** What a sale of {@code total} mints. */
    public Units mintedBy(Tetri total) {
        return total.compareTo(leastTotal) < 0 ? Units.ZERO : emission.on(total);
    }

    /** How a mint on a node of this type is divided. */
    public Shares shared(NodeType type, Units minted) {
        return split(type).of(minted);
    }

    private Split split(NodeType type) {
        return switch (type) {
            case OWNER -> ownerNodeSplit;
            case FRANCHISE -> franchiseNodeSplit;
        };
    }

    /** The same as another version. */
    public TokenPolicy withVersion(int number) {
        return new TokenPolicy(
                number,
                emission,
                leastTotal,
                ownerNodeSplit,
                franchiseNodeSplit,
                voidWindow,
                claimWindow,
                caps,
                tokenPrice);
    }

    /** The event of its adoption. */
    public TokenPolicyAdopted adoptedFrom(Instant effectiveFrom) {
        return new TokenPolicyAdopted(
                version,
                effectiveFrom,
                emission.kind(),
                emission.units(),
                leastTotal,
                percents(ownerNodeSplit),
                percents(franchiseNodeSplit),
                Math.toIntExact(voidWindow.toMinutes()),
                Math.toIntExact(claimWindow.toMinutes()),
                new OwnershipCaps(caps.founderPercent(), caps.franchiseePercent(), caps.customerPercent()),
                tokenPrice);
    }

    /** What was adopted. */
    public static TokenPolicy of(TokenPolicyAdopted event) {
        return new TokenPolicy(
                event.version(),
                new Emission(event.emission(), event.emissionUnits()),
                event.leastTotalTetri(),
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
