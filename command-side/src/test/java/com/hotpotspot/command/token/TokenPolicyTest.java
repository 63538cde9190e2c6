package com.hotpotspot.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeType;
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

    private static TokenPolicy minting(long units) {
        return new TokenPolicy(
                1,
                Units.of(units),
                FIRST.ownerNodeSplit(),
                FIRST.franchiseNodeSplit(),
                FIRST.voidWindow(),
                FIRST.claimWindow());
    }

    @Property
    void sharesAddUpToWhatWasMinted(
            @ForAll @LongRange(min = 0, max = 90_000_000_000_000L) long minted, @ForAll NodeType type) {
        assertThat(minting(minted).mintOn(type).total()).isEqualTo(Units.of(minted));
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
    void ownerAndRoyaltyNeverGetMoreThanTheirPercent(
            @ForAll @LongRange(min = 0, max = 90_000_000_000_000L) long minted) {
        Shares shares = minting(minted).mintOn(NodeType.FRANCHISE);

        assertThat(shares.owner().value() * 100).isLessThanOrEqualTo(minted * 48);
        assertThat(shares.royalty().value() * 100).isLessThanOrEqualTo(minted * 3);
    }

    @Test
    void aMintOfOneUnitGoesToTheBuyerWhole() {
        assertThat(minting(1).mintOn(NodeType.OWNER)).isEqualTo(new Shares(Units.ZERO, Units.of(1), Units.ZERO));
        assertThat(minting(1).mintOn(NodeType.FRANCHISE)).isEqualTo(new Shares(Units.ZERO, Units.of(1), Units.ZERO));
    }

    @Test
    void theFirstPolicyIsInForceSinceAlways() {
        assertThat(new TokenPolicies().inForceAt(Instant.MIN)).isEqualTo(FIRST);
        assertThat(FIRST.version()).isEqualTo(1);
        assertThat(FIRST.flatUnits()).isEqualTo(Units.of(100));
    }

    @Test
    void aSplitAddsUpToAHundredPercent() {
        assertThatThrownBy(() -> new Split(51, 50, 0)).hasMessageContaining("100");
        assertThatThrownBy(() -> new Split(101, -1, 0)).hasMessageContaining("negative");
    }

    @Test
    void theClaimWindowOutlastsTheVoidWindowByMoreThanAnHour() {
        assertThatThrownBy(() -> new TokenPolicy(
                        1,
                        Units.of(100),
                        FIRST.ownerNodeSplit(),
                        FIRST.franchiseNodeSplit(),
                        Duration.ofHours(24),
                        Duration.ofHours(25)))
                .hasMessageContaining("claim window");
    }
}
