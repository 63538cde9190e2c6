package com.hotpotspot.command.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.network.NetworkRegistry;
import com.hotpotspot.command.testing.Fixtures;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.Era;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.minting.Caps;
import com.hotpotspot.events.minting.Emission;
import com.hotpotspot.events.minting.Split;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

/** How token policies follow each other. */
class PolicyBookTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:12:05.123Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final OwnerId FOUNDER = new OwnerId("founder");
    private static final TokenPolicyAdopted SECOND = byTheGel(20).withVersion(2).adoptedFrom(TOMORROW);

    private static final TokenPolicyWithdrawn WITHDRAWN = new TokenPolicyWithdrawn(2);

    private final AggregateTestFixture<PolicyBook> fixture = Fixtures.of(PolicyBook.class);

    PolicyBookTest() {
        NetworkRegistry network = new NetworkRegistry();
        network.on(new NetworkFounded(FOUNDER, FOUNDER.wallet(), Units.of(100), NetworkPurpose.LIVE));
        fixture.registerInjectableResource(network);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static TokenPolicy byTheGel(long units) {
        TokenPolicy first = TokenPolicy.FIRST;
        return new TokenPolicy(
                1,
                new Emission(EmissionKind.PER_GEL, Units.of(units)),
                first.leastTotal(),
                first.ownerNodeSplit(),
                first.franchiseNodeSplit(),
                first.voidWindow(),
                first.claimWindow(),
                first.caps(),
                first.tokenPrice());
    }

    private static void refused(ResultValidator<PolicyBook> result, PublicCode code) {
        result.expectNoEvents().expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
    }

    @Test
    void theFirstThatIsAdoptedIsVersionTwo() {
        fixture.givenNoPriorActivity()
                .when(new AdoptTokenPolicy(byTheGel(20), TOMORROW))
                .expectEvents(SECOND);
    }

    @Test
    void laterVersionsCountOn() {
        Instant later = TOMORROW.plusSeconds(1);

        fixture.given(SECOND)
                .when(new AdoptTokenPolicy(byTheGel(30), later))
                .expectEvents(byTheGel(30).withVersion(3).adoptedFrom(later));
    }

    @Test
    void repeatingTheLastAdoptionChangesNothing() {
        fixture.given(SECOND)
                .when(new AdoptTokenPolicy(byTheGel(20), TOMORROW))
                .expectNoEvents()
                .expectResultMessagePayload(SECOND);
    }

    @Test
    void aPolicyThatReachesBackIsRefused() {
        refused(
                fixture.givenNoPriorActivity().when(new AdoptTokenPolicy(byTheGel(20), NOW.minusMillis(1))),
                PolicyCode.POLICY_REACHES_BACK);
        refused(
                fixture.givenNoPriorActivity().when(new AdoptTokenPolicy(byTheGel(20), NOW)),
                PolicyCode.POLICY_REACHES_BACK);
    }

    @Test
    void aPolicyThatTakesEffectBeforeTheLastIsRefused() {
        refused(
                fixture.given(SECOND).when(new AdoptTokenPolicy(byTheGel(30), TOMORROW)),
                PolicyCode.POLICY_OUT_OF_ORDER);
    }

    @Test
    void aPolicyTakesEffectWithinAYear() {
        Instant furthest = NOW.plus(Duration.ofDays(366));

        fixture.givenNoPriorActivity()
                .when(new AdoptTokenPolicy(byTheGel(20), furthest))
                .expectSuccessfulHandlerExecution();
        refused(
                fixture.givenNoPriorActivity().when(new AdoptTokenPolicy(byTheGel(20), furthest.plusMillis(1))),
                PolicyCode.POLICY_TOO_FAR_AHEAD);
    }

    @Test
    void aPolicyMayBeWithdrawnUntilItTakesEffect() {
        fixture.given(SECOND).when(new WithdrawTokenPolicy(2)).expectEvents(WITHDRAWN);
        fixture.given(SECOND, WITHDRAWN)
                .when(new WithdrawTokenPolicy(2))
                .expectNoEvents()
                .expectResultMessagePayload(WITHDRAWN);
        TokenPolicyAdopted inForce = byTheGel(20).withVersion(2).adoptedFrom(NOW.plusMillis(999));
        refused(fixture.given(inForce).when(new WithdrawTokenPolicy(2)), PolicyCode.POLICY_IN_FORCE);
        refused(fixture.given(SECOND).when(new WithdrawTokenPolicy(3)), UnknownCode.POLICY_UNKNOWN);
        refused(fixture.given(SECOND).when(new WithdrawTokenPolicy(1)), UnknownCode.POLICY_UNKNOWN);
    }

    @Test
    void aPolicyThatWasWithdrawnNoLongerBarsOthersAndKeepsItsNumber() {
        TokenPolicyAdopted farAway = byTheGel(20).withVersion(2).adoptedFrom(Instant.MAX);

        fixture.given(farAway, WITHDRAWN)
                .when(new AdoptTokenPolicy(byTheGel(20), TOMORROW))
                .expectEvents(byTheGel(20).withVersion(3).adoptedFrom(TOMORROW));
    }

    @Test
    void aPolicyHasATimeAndAPriceThatEveryReaderCanHold() {
        for (Instant outside : new Instant[] {Instant.MAX, Instant.MIN, Era.END.plusMillis(1)}) {
            assertThatThrownBy(() -> new AdoptTokenPolicy(byTheGel(20), outside))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("effectiveFrom");
        }
        TokenPolicy first = TokenPolicy.FIRST;
        TokenPolicy dear = new TokenPolicy(
                1,
                first.emission(),
                first.leastTotal(),
                first.ownerNodeSplit(),
                first.franchiseNodeSplit(),
                first.voidWindow(),
                first.claimWindow(),
                first.caps(),
                Tetri.of(10_000_001));
        assertThatThrownBy(() -> new AdoptTokenPolicy(dear, TOMORROW))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("tokenPriceTetri");
    }

    @Test
    void aPolicyThatDoesNotAddUpCannotExist() {
        assertThatThrownBy(() -> new Split(51, 48, 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Caps(101, 24, 49)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Emission(EmissionKind.FLAT, Units.ZERO)).isInstanceOf(InvalidValue.class);
    }
}
