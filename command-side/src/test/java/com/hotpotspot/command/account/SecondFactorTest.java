package com.hotpotspot.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.events.account.SecondFactorRemoved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account needs besides to sign in on the pages. */
class SecondFactorTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final AccountId ADMIN = new AccountId("administrator");
    private static final AccountId OTHER = new AccountId("admin-2");
    private static final AccountId NINO = new AccountId("n-1");
    private static final AccountCreated CREATED = new AccountCreated(NINO, AccountKind.PERSON);
    private static final CredentialId FIRST = new CredentialId("f-1");
    private static final CredentialId SECOND = new CredentialId("f-2");
    private static final SecondFactorEnrolled ENROLLED = new SecondFactorEnrolled(NINO, FIRST);
    private static final SecondFactorRemovalProposed PROPOSED =
            new SecondFactorRemovalProposed(NINO, FIRST, SecondFactorReason.LOST, ADMIN, NOW.plus(Duration.ofDays(7)));

    private final AccountRegistry known = new AccountRegistry();

    @BeforeEach
    void twoAdministrators() {
        for (AccountId admin : List.of(ADMIN, OTHER)) {
            known.on(new AccountCreated(admin, AccountKind.PERSON));
            known.on(new RoleGranted(admin, Role.ADMIN, List.of(), null, null, admin));
        }
    }

    @Test
    void isEnrolledOnce() {
        account()
                .given(CREATED)
                .when(new EnrolSecondFactor(NINO, FIRST, Optional.empty()))
                .expectEvents(ENROLLED);
        account()
                .given(CREATED, ENROLLED)
                .when(new EnrolSecondFactor(NINO, FIRST, Optional.empty()))
                .expectNoEvents()
                .expectResultMessagePayload(ENROLLED);
    }

    /** Of two who enrol at once, both of whom know the password, one has; the other cannot take it from them. */
    @Test
    void isNotReplacedByWhoeverHasNotProvedToHaveIt() {
        refused(
                account().given(CREATED, ENROLLED).when(new EnrolSecondFactor(NINO, SECOND, Optional.empty())),
                AccountCode.SECOND_FACTOR_CHANGED);
        account()
                .given(CREATED, ENROLLED)
                .when(new EnrolSecondFactor(NINO, SECOND, Optional.of(FIRST)))
                .expectEvents(
                        new SecondFactorRemoved(NINO, FIRST, SecondFactorReason.REPLACED, NINO),
                        new SecondFactorEnrolled(NINO, SECOND));
    }

    @Test
    void isOfNoUseToAClosedAccount() {
        refused(
                account()
                        .given(CREATED, new AccountClosed(NINO))
                        .when(new EnrolSecondFactor(NINO, FIRST, Optional.empty())),
                AccountCode.ACCOUNT_CLOSED);
    }

    @Test
    void isRemovedByTwoPeople() {
        account()
                .given(CREATED, ENROLLED)
                .when(new ProposeSecondFactorRemoval(NINO, SecondFactorReason.LOST, ADMIN))
                .expectEvents(PROPOSED);
        account()
                .given(CREATED, ENROLLED, PROPOSED)
                .when(new ConfirmSecondFactorRemoval(NINO, OTHER))
                .expectEvents(new SecondFactorRemoved(NINO, FIRST, SecondFactorReason.LOST, OTHER));
        refused(
                account().given(CREATED, ENROLLED, PROPOSED).when(new ConfirmSecondFactorRemoval(NINO, ADMIN)),
                AccountCode.PROPOSAL_BY_ONESELF);
    }

    @Test
    void isNotRemovedByTwoAccountsInOnePairOfHands() {
        known.on(new CredentialIssued(OTHER, new CredentialId("c-1"), ADMIN));

        refused(
                account().given(CREATED, ENROLLED, PROPOSED).when(new ConfirmSecondFactorRemoval(NINO, OTHER)),
                AccountCode.PROPOSAL_BY_ONESELF);
    }

    @Test
    void isNotRemovedByAProposalThatLapsedOrIsNotMeantAnyLonger() {
        SecondFactorRemovalProposed lapsed =
                new SecondFactorRemovalProposed(NINO, FIRST, SecondFactorReason.LOST, ADMIN, NOW);
        refused(
                account().given(CREATED, ENROLLED, lapsed).when(new ConfirmSecondFactorRemoval(NINO, OTHER)),
                AccountCode.PROPOSAL_LAPSED);

        known.on(new RoleRevoked(ADMIN, Role.ADMIN, OTHER));
        refused(
                account().given(CREATED, ENROLLED, PROPOSED).when(new ConfirmSecondFactorRemoval(NINO, OTHER)),
                AccountCode.PROPOSAL_LAPSED);
    }

    /** It was about the one before. */
    @Test
    void isNotRemovedByAProposalFromBeforeItWasEnrolled() {
        refused(
                account()
                        .given(
                                CREATED,
                                ENROLLED,
                                PROPOSED,
                                new SecondFactorRemoved(NINO, FIRST, SecondFactorReason.REPLACED, NINO),
                                new SecondFactorEnrolled(NINO, SECOND))
                        .when(new ConfirmSecondFactorRemoval(NINO, OTHER)),
                AccountCode.SECOND_FACTOR_UNKNOWN);
    }

    @Test
    void isKnownByHeart() {
        known.on(CREATED);
        known.on(ENROLLED);
        assertThat(known.find(NINO)).map(RegisteredAccount::secondFactor).contains(FIRST);

        known.on(new SecondFactorRemoved(NINO, FIRST, SecondFactorReason.LOST, OTHER));

        assertThat(known.find(NINO)).map(RegisteredAccount::secondFactor).isEmpty();
    }

    private AggregateTestFixture<Account> account() {
        return AccountFixture.at(NOW, known);
    }

    private static void refused(ResultValidator<?> outcome, PublicCode code) {
        outcome.expectNoEvents()
                .expectException(CommandRefused.class)
                .expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
    }
}
