package com.hotpotspot.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.policy.EmissionKind;
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
                FIRST.ownerNodeSplit(),
                FIRST.franchiseNodeSplit(),
                voidWindow,
                claimWindow,
                FIRST.caps(),
                FIRST.tokenPrice());
    }

    @Property
    void sharesAddUpToWhatWasMinted(@ForAll @LongRange(min = 1, max = 1_000_000) long minted, @ForAll NodeType type) {
        assertThat(minting(minted).mintOn(type, TOTAL).total()).isEqualTo(Units.of(minted));
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
        Shares shares = minting(minted).mintOn(NodeType.FRANCHISE, TOTAL);

        assertThat(shares.owner().value() * 100).isLessThanOrEqualTo(minted * 48);
        assertThat(shares.royalty().value() * 100).isLessThanOrEqualTo(minted * 3);
    }

    @Test
    void aMintOfOneUnitGoesToTheBuyerWhole() {
        assertThat(minting(1).mintOn(NodeType.OWNER, TOTAL)).isEqualTo(new Shares(Units.ZERO, Units.of(1), Units.ZERO));
        assertThat(minting(1).mintOn(NodeType.FRANCHISE, TOTAL))
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

        assertThat(policy.mintOn(NodeType.OWNER, Tetri.of(4_599)).total()).isEqualTo(Units.of(919));
        assertThat(policy.mintOn(NodeType.OWNER, Tetri.of(5)).total()).isEqualTo(Units.of(1));
        assertThat(policy.mintOn(NodeType.OWNER, Tetri.of(4)).total()).isEqualTo(Units.ZERO);
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
