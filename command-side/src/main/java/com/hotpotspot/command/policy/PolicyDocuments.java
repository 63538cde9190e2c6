package com.hotpotspot.command.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.minting.Caps;
import com.hotpotspot.events.minting.Emission;
import com.hotpotspot.events.minting.Split;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the doors to token policies take and answer. */
final class PolicyDocuments {

    private PolicyDocuments() {}

    /**
     * A policy to adopt. The least total, windows, caps and the price stay what they were in the first policy where
     * they are left out.
     */
    record Adoption(
            @Schema(description = "When it takes effect, in UTC.", example = "2026-12-31T20:00:00Z") @NotNull @Nullable
            Instant effectiveFrom,

            @Schema(
                    description = "FLAT for the same tokens of every sale, PER_GEL for so many of each whole GEL.",
                    example = "FLAT")
            @NotNull
            @Nullable
            EmissionKind emission,

            @Schema(
                    description = "What a sale mints, or each GEL of it, in units (1 token = 100 units).",
                    example = "100")
            @NotNull
            @Min(1)
            @Max(Emission.MAX_UNITS)
            @Nullable
            Long emissionUnits,

            @Schema(
                    description =
                            "What a sale must come to for it to mint, in tetri (1 GEL = 100 tetri); as in the first policy if left out.",
                    example = "100")
            @Min(1)
            @Max(TokenPolicy.HIGHEST_LEAST_TOTAL)
            @Nullable
            Long leastTotalTetri,

            @Schema(description = "Of a sale at a node of the network owner, who gets which part of the minted tokens.")
            @NotNull
            @Valid
            @Nullable
            Percents ownerSplit,

            @Schema(description = "Of a sale at a franchisee's node, who gets which part of the minted tokens.")
            @NotNull
            @Valid
            @Nullable
            Percents franchiseSplit,

            @Schema(
                    description = "How long a sale can be voided, in minutes; as in the first policy if left out.",
                    example = "30")
            @Min(0)
            @Max(TokenPolicy.LONGEST_WINDOW_MINUTES)
            @Nullable
            Integer voidWindowMinutes,

            @Schema(
                    description = "How long a check can be claimed, in minutes; as in the first policy if left out.",
                    example = "2880")
            @Min(0)
            @Max(TokenPolicy.LONGEST_WINDOW_MINUTES)
            @Nullable
            Integer claimWindowMinutes,

            @Schema(description = "How much of the supply somebody may own; as in the first policy if left out.")
            @Valid
            @Nullable
            CapsDocument caps,

            @Schema(
                    description =
                            "What a token is reckoned at, in tetri (1 GEL = 100 tetri); as in the first policy if left out.",
                    example = "1000")
            @Min(1)
            @Max(AdoptTokenPolicy.HIGHEST_TOKEN_PRICE)
            @Nullable
            Long tokenPriceTetri) {

        AdoptTokenPolicy command() {
            TokenPolicy first = TokenPolicy.FIRST;
            TokenPolicy policy = new TokenPolicy(
                    first.version(),
                    new Emission(Objects.requireNonNull(emission), Units.of(Objects.requireNonNull(emissionUnits))),
                    leastTotalTetri == null ? first.leastTotal() : Tetri.of(leastTotalTetri),
                    Objects.requireNonNull(ownerSplit).split(),
                    Objects.requireNonNull(franchiseSplit).split(),
                    voidWindowMinutes == null ? first.voidWindow() : Duration.ofMinutes(voidWindowMinutes),
                    claimWindowMinutes == null ? first.claimWindow() : Duration.ofMinutes(claimWindowMinutes),
                    caps == null ? first.caps() : caps.caps(),
                    tokenPriceTetri == null ? first.tokenPrice() : Tetri.of(tokenPriceTetri));
            return new AdoptTokenPolicy(policy, Objects.requireNonNull(effectiveFrom));
        }
    }

    /** A split in percent. */
    record Percents(
            @Schema(description = "The node owner's part, in percent.", example = "48")
            @NotNull
            @Min(0)
            @Max(100)
            @Nullable
            Integer owner,

            @Schema(description = "The buyer's part, in percent.", example = "49") @NotNull @Min(0) @Max(100) @Nullable
            Integer buyer,

            @Schema(description = "The network's part, in percent. The three make 100.", example = "3")
            @NotNull
            @Min(0)
            @Max(100)
            @Nullable
            Integer royalty) {

        Split split() {
            return new Split(
                    Objects.requireNonNull(owner), Objects.requireNonNull(buyer), Objects.requireNonNull(royalty));
        }
    }

    /** Ownership caps in percent of supply. */
    record CapsDocument(
            @Schema(description = "The founder's most, in percent of the supply.", example = "50")
            @NotNull
            @Min(1)
            @Max(100)
            @Nullable
            Integer founder,

            @Schema(description = "A franchisee's most, in percent of the supply.", example = "10")
            @NotNull
            @Min(1)
            @Max(100)
            @Nullable
            Integer franchisee,

            @Schema(description = "A customer's most, in percent of the supply.", example = "5")
            @NotNull
            @Min(1)
            @Max(100)
            @Nullable
            Integer customer) {

        Caps caps() {
            return new Caps(
                    Objects.requireNonNull(founder),
                    Objects.requireNonNull(franchisee),
                    Objects.requireNonNull(customer));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Adopted(
            int version,

            @Schema(description = "When it takes effect, in UTC.", example = "2026-12-31T20:00:00Z")
            Instant effectiveFrom,

            @RecordedAt @Nullable Long position) {

        static Adopted of(Landed<TokenPolicyAdopted> landed) {
            TokenPolicyAdopted fact = landed.answer();
            return new Adopted(fact.version(), fact.effectiveFrom(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            int version,

            @Schema(description = "True: now or since an earlier request.", example = "true")
            boolean withdrawn,

            @RecordedAt @Nullable Long position) {

        static Withdrawn of(Landed<TokenPolicyWithdrawn> landed) {
            TokenPolicyWithdrawn fact = landed.answer();
            return new Withdrawn(fact.version(), true, landed.position());
        }
    }
}
