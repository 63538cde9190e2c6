package com.hotpotspot.query.policy;

import com.hotpotspot.events.minting.Split;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.PercentSplit;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of the token policy, as of a position of the log. */
public record KnownPolicy(
        int version,

        @Schema(
                description =
                        "COMING before it takes effect, IN_FORCE, PAST once another followed, WITHDRAWN if it never took effect.",
                example = "IN_FORCE")
        PolicyState state,

        @Schema(
                description = "When it takes or took effect, in UTC; null for the first, which was always there.",
                example = "2026-12-31T20:00:00Z")
        @Nullable
        Instant effectiveFrom,

        @Schema(description = "The position at which it was adopted; null for the first.", example = "4711") @Nullable
        Long adopted,

        @Schema(description = "When it was adopted, in UTC; null for the first.", example = "2026-11-28T09:12:05.123Z")
        @Nullable
        Instant adoptedAt,

        @Schema(description = "The position at which it was withdrawn; null while it stands.", example = "4713")
        @Nullable
        Long withdrawn,

        @Schema(
                description = "When it was withdrawn, in UTC; null while it stands.",
                example = "2026-11-29T09:12:05.123Z")
        @Nullable
        Instant withdrawnAt,

        @Schema(
                description = "FLAT for the same tokens of every sale, PER_GEL for so many of each whole GEL.",
                example = "FLAT")
        EmissionKind emission,

        @Schema(description = "What a sale mints, or each GEL of it, in units (1 token = 100 units).", example = "100")
        long emissionUnits,

        @Schema(description = "What a sale must come to for it to mint, in tetri (1 GEL = 100 tetri).", example = "100")
        long leastTotalTetri,

        @Schema(description = "Of a sale at a node of the network owner, who gets which part of the minted tokens.")
        Percents ownerSplit,

        @Schema(description = "Of a sale at a franchisee's node, who gets which part of the minted tokens.")
        Percents franchiseSplit,

        @Schema(description = "How long after its recording a sale can be voided, in minutes.", example = "1440")
        long voidWindowMinutes,

        @Schema(description = "How long after its recording a check can be claimed, in minutes.", example = "525600")
        long claimWindowMinutes,

        @Schema(description = "The largest share of the supply that each kind of holder should come to.")
        Caps caps,

        @Schema(description = "What a token is reckoned at, in tetri (1 GEL = 100 tetri).", example = "500")
        long tokenPriceTetri,

        @AsOf long position) {

    static KnownPolicy of(Adoption adoption, PolicyState state, long position) {
        TokenPolicyAdopted policy = adoption.policy();
        return new KnownPolicy(
                policy.version(),
                state,
                adoption.effectiveFrom(),
                adoption.adopted(),
                adoption.adoptedAt(),
                adoption.withdrawn(),
                adoption.withdrawnAt(),
                policy.emission(),
                policy.emissionUnits().value(),
                policy.leastTotalTetri().value(),
                Percents.of(policy.ownerSplit()),
                Percents.of(policy.franchiseSplit()),
                policy.voidWindowMinutes(),
                policy.claimWindowMinutes(),
                new Caps(
                        policy.caps().founder(),
                        policy.caps().franchisee(),
                        policy.caps().customer()),
                policy.tokenPriceTetri().value(),
                position);
    }

    /** Who gets which part of a mint, in percent. */
    public record Percents(
            @Schema(description = "The node owner's part, in percent.", example = "48")
            int owner,

            @Schema(description = "The buyer's part, in percent.", example = "49")
            int buyer,

            @Schema(description = "The network's part, in percent. The three make 100.", example = "3")
            int royalty) {

        static Percents of(PercentSplit split) {
            return new Percents(split.owner(), split.buyer(), split.royalty());
        }

        static Percents of(Split split) {
            return new Percents(split.ownerPercent(), split.buyerPercent(), split.royaltyPercent());
        }
    }

    /** Ownership caps in percent of the supply. */
    public record Caps(
            @Schema(description = "The founder's most, in percent of the supply.", example = "48")
            int founder,

            @Schema(description = "A franchisee's most, in percent of the supply.", example = "24")
            int franchisee,

            @Schema(description = "A customer's most, in percent of the supply.", example = "49")
            int customer) {}
}
