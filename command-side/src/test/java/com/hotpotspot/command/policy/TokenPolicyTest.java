package com.hotpotspot.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.minting.Emission;
import com.hotpotspot.events.minting.Shares;
import com.hotpotspot.events.minting.Split;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TokenPolicyTest {

    private static final TokenPolicy FIRST = new TokenPolicies().inForceAt(Instant.EPOCH);

    private static final Tetri TOTAL = Tetri.of(4_500);

    private static TokenPolicy minting(long units) {
        return policy(new Emission(EmissionKind.FLAT, Units.of(units)), FIRST.voidWindow(), FIRST.claimWindow());
    }

    private static TokenPolicy mintingByTheGel(long units) {
        return policy(new Emission(EmissionKind.PER_GEL, Units.of(units)), FIRST.voidWindow(), FIRST.claimWindow());
    }

    private static TokenPolicy policy(Emission emission, Duration voidWindow, Duration claimWindow) {
        return new TokenPolicy(
                1,
                emission,
                FIRST.leastTotal(),
                FIRST.ownerNodeSplit(),
                FIRST.franchiseNodeSplit(),
                voidWindow,
                claimWindow,
                FIRST.caps(),
                FIRST.tokenPrice());
    }

    private static Shares mint(TokenPolicy policy, NodeType type, Tetri total) {
        return policy.shared(type, policy.mintedBy(total));
    }

    private static TokenPolicy from(long leastTotal) {
        return new TokenPolicy(
                1,
                FIRST.emission(),
                Tetri.of(leastTotal),
                FIRST.ownerNodeSplit(),
                FIRST.franchiseNodeSplit(),
                FIRST.voidWindow(),
                FIRST.claimWindow(),
                FIRST.caps(),
                FIRST.tokenPrice());
    }

    @Property
    void aSaleMintsAllOrNothingOnEitherSideOfTheLeastTotal(
            @ForAll @LongRange(min = 1, max = 10_000_000) long least,
            @ForAll @LongRange(min = 0, max = 10_000_000) long total) {
        assertThat(from(least).mintedBy(Tetri.of(total))).isEqualTo(total < least ? Units.ZERO : Units.of(100));
    }

    @Test
    void theLeastTotalIsAHundredTetriAndNeverNothing() {
        assertThat(FIRST.leastTotal()).isEqualTo(Tetri.of(100));
        assertThatThrownBy(() -> from(0)).hasMessageContaining("leastTotalTetri");
        assertThatThrownBy(() -> from(10_000_001)).hasMessageContaining("leastTotalTetri");
    }

    private static final Instant CHANGE = Instant.parse("2026-12-01T00:00:00Z");

    private static TokenPolicies changingFromAHundredTo(long units) {
        TokenPolicies policies = new TokenPolicies();
        policies.on(minting(units).withVersion(2).adoptedFrom(CHANGE));
        return policies;
    }

    private static Minting minting(TokenPolicies policies, Instant soldAt, Duration late) {
        return policies.minting(TOTAL, soldAt, soldAt.plus(late));
    }

    @Test
    void aSaleThatComesLateGetsNoMoreThanItWouldNow() {
        TokenPolicies meaner = changingFromAHundredTo(10);
        Instant before = CHANGE.minusMillis(1);

        assertThat(minting(meaner, before, Duration.ofHours(1)).units()).isEqualTo(Units.of(100));
        Minting late = minting(meaner, before, Duration.ofHours(1).plusMillis(1));
        assertThat(late.units()).isEqualTo(Units.of(10));
        assertThat(late.policy().version()).isEqualTo(1);
        assertThat(meaner.mintingOfHistory(TOTAL, before, CHANGE.plus(Duration.ofDays(9)))
                        .units())
                .isEqualTo(Units.of(100));
    }

    @Test
    void aSaleThatComesLateGetsNoMoreThanItsOwnTimeGave() {
        TokenPolicies kinder = changingFromAHundredTo(1_000);

        assertThat(minting(kinder, CHANGE.minusMillis(1), Duration.ofDays(6)).units())
                .isEqualTo(Units.of(100));
    }

    @Test
    void aSaleDatedAheadDoesNotFallUnderAPolicyThatIsNotInForceYet() {
        TokenPolicies kinder = changingFromAHundredTo(1_000);

        assertThat(minting(kinder, CHANGE.plusSeconds(1), Duration.ofMinutes(-5))
                        .policy()
                        .version())
                .isEqualTo(1);
        assertThat(minting(kinder, CHANGE.plusSeconds(1), Duration.ofSeconds(-1))
                        .policy()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aPolicyThatWasWithdrawnNeverTakesEffect() {
        TokenPolicies policies = changingFromAHundredTo(1_000);

        policies.on(new TokenPolicyWithdrawn(2));

        assertThat(policies.inForceAt(CHANGE)).isEqualTo(FIRST);
    }

    @Property
    void sharesAddUpToWhatWasMinted(@ForAll @LongRange(min = 1, max = 1_000_000) long minted, @ForAll NodeType type) {
        assertThat(mint(minting(minted), type, TOTAL).total()).isEqualTo(Units.of(minted));
    }

    @Property
    void sharesAddUpForAnySplit(
            @ForAll @LongRange(min = 0, max = 90_000_000_000_000L) long minted,
            @ForAll @IntRange(max = 100) int owner,
            @ForAll @IntRange(max = 100) int royalty) {
        Assume.that(owner + royalty <= 100);

        Shares shares = new Split(owner, 100 - owner - royalty, royalty).of(Units.of(minted));

        assertThat(shares.total()).isEqualTo(Units.of(minted));
    }

    @Property
    void ownerAndRoyaltyNeverGetMoreThanTheirPercent(@ForAll @LongRange(min = 1, max = 1_000_000) long minted) {
        Shares shares = mint(minting(minted), NodeType.FRANCHISE, TOTAL);

        assertThat(shares.owner().value() * 100).isLessThanOrEqualTo(minted * 48);
        assertThat(shares.royalty().value() * 100).isLessThanOrEqualTo(minted * 3);
    }

    @Test
    void aMintOfOneUnitGoesToTheBuyerWhole() {
        assertThat(mint(minting(1), NodeType.OWNER, TOTAL)).isEqualTo(new Shares(Units.ZERO, Units.of(1), Units.ZERO));
        assertThat(mint(minting(1), NodeType.FRANCHISE, TOTAL))
                .isEqualTo(new Shares(Units.ZERO, Units.of(1), Units.ZERO));
    }

    @Test
    void theFirstPolicyIsInForceSinceAlways() {
        assertThat(new TokenPolicies().inForceAt(Instant.MIN)).isEqualTo(FIRST);
        assertThat(FIRST.version()).isEqualTo(1);
        assertThat(FIRST.emission()).isEqualTo(new Emission(EmissionKind.FLAT, Units.of(100)));
    }

    @Property
    void sharesAddUpForAnyPolicyAndAnyTotal(
            @ForAll EmissionKind kind,
            @ForAll @LongRange(min = 1, max = Emission.MAX_UNITS) long units,
            @ForAll @LongRange(min = 1, max = 10_000_000) long tetri,
            @ForAll @IntRange(max = 100) int owner,
            @ForAll @IntRange(max = 100) int royalty) {
        Assume.that(owner + royalty <= 100);
        Emission emission = new Emission(kind, Units.of(units));

        Shares shares = new Split(owner, 100 - owner - royalty, royalty).of(emission.on(Tetri.of(tetri)));

        assertThat(shares.total()).isEqualTo(emission.on(Tetri.of(tetri)));
    }

    @Test
    void byTheGelIsFlooredOnTheWholeTotal() {
        TokenPolicy policy = mintingByTheGel(20);

        assertThat(policy.mintedBy(Tetri.of(4_599))).isEqualTo(Units.of(919));
        assertThat(policy.mintedBy(Tetri.of(104))).isEqualTo(Units.of(20));
        assertThat(policy.mintedBy(Tetri.of(105))).isEqualTo(Units.of(21));
    }

    @Test
    void anAdoptedPolicyIsInForceFromItsInstantOn() {
        TokenPolicies policies = new TokenPolicies();
        Instant effective = Instant.parse("2026-12-01T00:00:00Z");
        TokenPolicy second = mintingByTheGel(20).withVersion(2);

        policies.on(second.adoptedFrom(effective));

        assertThat(policies.inForceAt(effective.minusMillis(1))).isEqualTo(FIRST);
        assertThat(policies.inForceAt(effective)).isEqualTo(second);
        assertThat(policies.inForceAt(Instant.MAX)).isEqualTo(second);
    }

    @Test
    void aSplitAddsUpToAHundredPercent() {
        assertThatThrownBy(() -> new Split(51, 50, 0)).hasMessageContaining("100");
        assertThatThrownBy(() -> new Split(101, -1, 0)).hasMessageContaining("negative");
    }

    @Test
    void theClaimWindowOutlastsTheVoidWindowByMoreThanAnHour() {
        assertThatThrownBy(() -> policy(FIRST.emission(), Duration.ofHours(24), Duration.ofHours(25)))
                .hasMessageContaining("claimWindow");
    }
}
