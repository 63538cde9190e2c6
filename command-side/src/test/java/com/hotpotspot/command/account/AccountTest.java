package com.hotpotspot.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.wallet.HolderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What accounts decide, and what is known of them. */
class AccountTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final AccountId ADMIN = new AccountId("administrator");
    private static final AccountId OWNER = new AccountId("owner-1");
    private static final AccountId HEAD = new AccountId("head-1");
    private static final AccountId ANA = new AccountId("a-1");
    private static final AccountCreated CREATED = new AccountCreated(ANA, AccountKind.CLIENT);
    private static final NodeId VAKE = new NodeId("VAKE");
    private static final CredentialId FIRST = new CredentialId("c-1");
    private static final CredentialId SECOND = new CredentialId("c-2");
    private static final CredentialId THIRD = new CredentialId("c-3");

    private final AccountRegistry known = new AccountRegistry();

    @Nested
    class AnAccount {

        @Test
        void isCreatedOnce() {
            account()
                    .givenNoPriorActivity()
                    .when(new CreateAccount(ANA, AccountKind.CLIENT))
                    .expectEvents(CREATED);
            account()
                    .given(CREATED)
                    .when(new CreateAccount(ANA, AccountKind.CLIENT))
                    .expectNoEvents()
                    .expectResultMessagePayload(CREATED);
        }

        @Test
        void keepsItsKind() {
            refused(
                    account().given(CREATED).when(new CreateAccount(ANA, AccountKind.PERSON)),
                    AccountCode.ACCOUNT_ALREADY_CREATED);
        }

        @Test
        void isClosedForGood() {
            account().given(CREATED).when(new CloseAccount(ANA)).expectEvents(new AccountClosed(ANA));
            account()
                    .given(CREATED, new AccountClosed(ANA))
                    .when(new CloseAccount(ANA))
                    .expectNoEvents();
            refused(
                    account().given(CREATED, new AccountClosed(ANA)).when(new CreateAccount(ANA, AccountKind.CLIENT)),
                    AccountCode.ACCOUNT_CLOSED);
            refused(
                    account().given(CREATED, new AccountClosed(ANA)).when(new IssueCredential(ANA, FIRST, ADMIN)),
                    AccountCode.ACCOUNT_CLOSED);
        }

        @Test
        void thatNobodyCreatedIsGrantedNothing() {
            account()
                    .givenNoPriorActivity()
                    .when(grant(Role.AUDITOR, Scope.EVERYTHING, ADMIN))
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class TheFirst {

        private final AppointAdministrator appoint = new AppointAdministrator(ADMIN, FIRST);

        @Test
        void isTrustedByNobodyElse() {
            account()
                    .givenNoPriorActivity()
                    .when(appoint)
                    .expectEvents(
                            new AccountCreated(ADMIN, AccountKind.CLIENT),
                            new RoleGranted(ADMIN, Role.ADMIN, List.of(), null, null, ADMIN),
                            new RoleGranted(ADMIN, Role.NETWORK_OWNER, List.of(), null, null, ADMIN),
                            new CredentialIssued(ADMIN, FIRST, ADMIN));
        }

        @Test
        void isTheOnlyOneOfThatKind() {
            givenRole(HEAD, Role.ADMIN);

            refused(account().givenNoPriorActivity().when(appoint), AccountCode.ADMINISTRATOR_ALREADY_APPOINTED);
        }

        @Test
        void isNotReplacedWhenItHasGone() {
            givenRole(HEAD, Role.ADMIN);
            known.on(new AccountClosed(HEAD));

            refused(account().givenNoPriorActivity().when(appoint), AccountCode.ADMINISTRATOR_ALREADY_APPOINTED);
        }
    }

    @Nested
    class ARole {

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"FRANCHISEE", "POS_TERMINAL", "CUSTOMER"},
                mode = EnumSource.Mode.EXCLUDE)
        void isGrantedByAnAdministrator(Role role) {
            givenRole(ADMIN, Role.ADMIN);

            account()
                    .given(CREATED)
                    .when(grant(role, Scope.EVERYTHING, ADMIN))
                    .expectEvents(new RoleGranted(ANA, role, List.of(), null, null, ADMIN));
        }

        @Test
        void isGrantedOnce() {
            givenRole(ADMIN, Role.ADMIN);
            RoleGranted granted = new RoleGranted(ANA, Role.AUDITOR, List.of(), null, null, ADMIN);

            account()
                    .given(CREATED, granted)
                    .when(grant(Role.AUDITOR, Scope.EVERYTHING, ADMIN))
                    .expectNoEvents()
                    .expectResultMessagePayload(granted);
        }

        @Test
        void isGrantedByTheNetworkOwnerIfItIsAboutNodes() {
            givenRole(OWNER, Role.NETWORK_OWNER);

            account()
                    .given(CREATED)
                    .when(grant(Role.FRANCHISEE, Scope.of(VAKE), OWNER))
                    .expectEvents(new RoleGranted(ANA, Role.FRANCHISEE, List.of(VAKE), null, null, OWNER));
            account()
                    .given(CREATED)
                    .when(grant(Role.POS_TERMINAL, Scope.of(VAKE), OWNER))
                    .expectEvents(new RoleGranted(ANA, Role.POS_TERMINAL, List.of(VAKE), null, null, OWNER));
            refused(
                    account().given(CREATED).when(grant(Role.ADMIN, Scope.EVERYTHING, OWNER)),
                    AccountCode.ROLE_NOT_TO_GIVE);
        }

        @Test
        void ofAComplianceOfficerIsGrantedByTheirHead() {
            givenRole(HEAD, Role.COMPLIANCE_HEAD);

            account()
                    .given(CREATED)
                    .when(grant(Role.COMPLIANCE_OFFICER, Scope.EVERYTHING, HEAD))
                    .expectEvents(new RoleGranted(ANA, Role.COMPLIANCE_OFFICER, List.of(), null, null, HEAD));
            refused(
                    account().given(CREATED).when(grant(Role.COMPLIANCE_HEAD, Scope.EVERYTHING, HEAD)),
                    AccountCode.ROLE_NOT_TO_GIVE);
        }

        @Test
        void isNotGrantedByWhoeverNoLongerMay() {
            known.on(new AccountCreated(HEAD, AccountKind.PERSON));
            known.on(new RoleGranted(HEAD, Role.ADMIN, List.of(), null, NOW, ADMIN));

            refused(
                    account().given(CREATED).when(grant(Role.AUDITOR, Scope.EVERYTHING, HEAD)),
                    AccountCode.ROLE_NOT_TO_GIVE);
        }

        @Test
        void isNotGrantedToOneself() {
            givenRole(ANA, Role.ADMIN);

            refused(
                    account().given(CREATED).when(grant(Role.NETWORK_OWNER, Scope.EVERYTHING, ANA)),
                    AccountCode.ROLE_FOR_ONESELF);
        }

        @Test
        void doesNotEndBeforeItBegins() {
            givenRole(ADMIN, Role.ADMIN);

            refused(
                    account()
                            .given(CREATED)
                            .when(new GrantRole(ANA, Role.AUDITOR, Scope.EVERYTHING, Optional.of(NOW), ADMIN)),
                    AccountCode.ROLE_ENDS_IN_THE_PAST);
        }

        @Test
        void endsAtATimeThatEveryReaderCanHold() {
            assertThatThrownBy(
                            () -> new GrantRole(ANA, Role.AUDITOR, Scope.EVERYTHING, Optional.of(Instant.MAX), ADMIN))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("until");
        }

        @Test
        void saysWhatItIsForWhereItMust() {
            assertThatThrownBy(() -> grant(Role.FRANCHISEE, Scope.EVERYTHING, ADMIN))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("nodes must name");
            assertThatThrownBy(() -> grant(Role.CUSTOMER, Scope.EVERYTHING, ADMIN))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("holderId must say");
            assertThatThrownBy(() -> grant(Role.ADMIN, Scope.of(VAKE), ADMIN))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("nodes must be absent");
            assertThatThrownBy(() -> grant(Role.ADMIN, Scope.of(new HolderId("c-1")), ADMIN))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("holderId must be absent");
        }

        @Test
        void isRevokedByWhoeverMayGrantItAndGivenUpByWhoeverHasIt() {
            givenRole(ADMIN, Role.ADMIN);
            RoleGranted granted = new RoleGranted(ANA, Role.AUDITOR, List.of(), null, null, ADMIN);

            account()
                    .given(CREATED, granted)
                    .when(new RevokeRole(ANA, Role.AUDITOR, ADMIN))
                    .expectEvents(new RoleRevoked(ANA, Role.AUDITOR, ADMIN));
            account()
                    .given(CREATED, granted)
                    .when(new RevokeRole(ANA, Role.AUDITOR, ANA))
                    .expectEvents(new RoleRevoked(ANA, Role.AUDITOR, ANA));
            account()
                    .given(CREATED)
                    .when(new RevokeRole(ANA, Role.AUDITOR, ADMIN))
                    .expectNoEvents();
            refused(
                    account().given(CREATED, granted).when(new RevokeRole(ANA, Role.AUDITOR, OWNER)),
                    AccountCode.ROLE_NOT_TO_GIVE);
        }
    }

    @Nested
    class ACredential {

        @Test
        void isIssuedOnceAndRevokedOnce() {
            CredentialIssued issued = new CredentialIssued(ANA, FIRST, ADMIN);
            CredentialRevoked revoked = new CredentialRevoked(ANA, FIRST);

            account()
                    .given(CREATED)
                    .when(new IssueCredential(ANA, FIRST, ADMIN))
                    .expectEvents(issued);
            account()
                    .given(CREATED, issued)
                    .when(new IssueCredential(ANA, FIRST, ADMIN))
                    .expectNoEvents();
            account()
                    .given(CREATED, issued)
                    .when(new RevokeCredential(ANA, FIRST))
                    .expectEvents(revoked);
            account()
                    .given(CREATED, issued, revoked)
                    .when(new RevokeCredential(ANA, FIRST))
                    .expectNoEvents();
            refused(
                    account().given(CREATED, issued, revoked).when(new IssueCredential(ANA, FIRST, ADMIN)),
                    AccountCode.CREDENTIAL_REVOKED);
        }

        @Test
        void ofAnAdministratorIsReplacedByWhoeverHasTheMachine() {
            CredentialIssued first = new CredentialIssued(ANA, FIRST, ANA);
            CredentialIssued second = new CredentialIssued(ANA, SECOND, ANA);
            ReplaceAdministratorCredential replace = new ReplaceAdministratorCredential(ANA, THIRD);
            givenRole(ADMIN, Role.ADMIN);
            known.on(new CredentialIssued(ADMIN, new CredentialId("c-9"), ADMIN));

            account()
                    .given(CREATED, granted(ANA, Role.ADMIN), first, second, new CredentialRevoked(ANA, FIRST))
                    .when(replace)
                    .expectEvents(new CredentialRevoked(ANA, SECOND), new CredentialIssued(ANA, THIRD, ANA));
            refused(
                    account()
                            .given(CREATED, granted(ANA, Role.NETWORK_OWNER), first)
                            .when(replace),
                    GeneralCode.FORBIDDEN);
            refused(
                    account()
                            .given(CREATED, granted(ANA, Role.ADMIN), new AccountClosed(ANA))
                            .when(replace),
                    AccountCode.ACCOUNT_CLOSED);
            refused(account().givenNoPriorActivity().when(replace), GeneralCode.FORBIDDEN);
        }

        @Test
        void thatWasNeverIssuedCannotBeRevoked() {
            refused(account().given(CREATED).when(new RevokeCredential(ANA, FIRST)), AccountCode.CREDENTIAL_UNKNOWN);
        }

        @Test
        void isOneOfTwoAtMost() {
            CredentialIssued first = new CredentialIssued(ANA, FIRST, ADMIN);
            CredentialIssued second = new CredentialIssued(ANA, SECOND, ADMIN);

            refused(
                    account().given(CREATED, first, second).when(new IssueCredential(ANA, THIRD, ADMIN)),
                    AccountCode.CREDENTIALS_EXHAUSTED);
            account()
                    .given(CREATED, first, second, new CredentialRevoked(ANA, FIRST))
                    .when(new IssueCredential(ANA, THIRD, ADMIN))
                    .expectEvents(new CredentialIssued(ANA, THIRD, ADMIN));
        }
    }

    @Nested
    class TwoPeople {

        private static final AccountId OTHER = new AccountId("administrator-2");

        private final CredentialProposed proposed =
                new CredentialProposed(ANA, FIRST, ADMIN, NOW.plus(Duration.ofDays(7)));

        TwoPeople() {
            givenRole(ADMIN, Role.ADMIN);
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"COMPLIANCE_OFFICER", "COMPLIANCE_HEAD", "REGULATOR", "AUDITOR", "CUSTOMER", "NETWORK_OWNER"})
        void areNeededForAnAccountThatMayDoWhatTheAdministratorMayNot(Role role) {
            givenRole(ADMIN, Role.ADMIN);

            refused(
                    account().given(CREATED, granted(ANA, role)).when(new IssueCredential(ANA, FIRST, ADMIN)),
                    AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE);
        }

        @Test
        void areNotNeededForWhatIsInReachAnyway() {
            givenRole(ADMIN, Role.ADMIN);
            known.on(granted(ADMIN, Role.NETWORK_OWNER));
            for (Role role : List.of(Role.ANALYST, Role.ADMIN, Role.NETWORK_OWNER, Role.POS_TERMINAL)) {
                account()
                        .given(CREATED, granted(ANA, role))
                        .when(new IssueCredential(ANA, FIRST, ADMIN))
                        .expectEvents(new CredentialIssued(ANA, FIRST, ADMIN));
            }
        }

        @Test
        void areNeededForAnAccountThatSomebodyElseSignsInWith() {
            givenRole(ADMIN, Role.ADMIN);

            refused(
                    account()
                            .given(CREATED, granted(ANA, Role.ADMIN), new CredentialIssued(ANA, FIRST, ANA))
                            .when(new IssueCredential(ANA, SECOND, ADMIN)),
                    AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE);
        }

        @Test
        void areNotNeededForASecretOfOnesOwn() {
            givenRole(ADMIN, Role.ADMIN);

            account()
                    .given(CREATED, granted(ANA, Role.AUDITOR), new CredentialIssued(ANA, FIRST, OTHER))
                    .when(new IssueCredential(ANA, SECOND, ANA))
                    .expectEvents(new CredentialIssued(ANA, SECOND, ANA));
        }

        @Test
        void areOneWhoProposesAndAnotherWhoConfirms() {
            account()
                    .given(CREATED, granted(ANA, Role.AUDITOR))
                    .when(new ProposeCredential(ANA, FIRST, ADMIN))
                    .expectEvents(proposed);
            account()
                    .given(CREATED, granted(ANA, Role.AUDITOR), proposed)
                    .when(new ProposeCredential(ANA, FIRST, ADMIN))
                    .expectNoEvents();
            account()
                    .given(CREATED, granted(ANA, Role.AUDITOR), proposed)
                    .when(new ConfirmCredential(ANA, FIRST, OTHER))
                    .expectEvents(new CredentialIssued(ANA, FIRST, OTHER));
            refused(
                    account().given(CREATED, proposed).when(new ConfirmCredential(ANA, FIRST, ADMIN)),
                    AccountCode.PROPOSAL_BY_ONESELF);
            refused(
                    account().given(CREATED).when(new ConfirmCredential(ANA, FIRST, OTHER)),
                    AccountCode.CREDENTIAL_UNKNOWN);
        }

        @Test
        void areNotGoneRoundByIssuingWhatIsProposed() {
            givenRole(ADMIN, Role.ADMIN);

            refused(
                    account().given(CREATED, proposed).when(new IssueCredential(ANA, FIRST, ADMIN)),
                    AccountCode.CREDENTIAL_TAKEN);
        }

        @Test
        void canTakeBackWhatOneOfThemProposed() {
            account()
                    .given(CREATED, proposed)
                    .when(new RevokeCredential(ANA, FIRST))
                    .expectEvents(new CredentialRevoked(ANA, FIRST));
            refused(
                    account()
                            .given(CREATED, proposed, new CredentialRevoked(ANA, FIRST))
                            .when(new ConfirmCredential(ANA, FIRST, OTHER)),
                    AccountCode.CREDENTIAL_REVOKED);
        }

        @Test
        void areNotOnePersonWithTwoAccounts() {
            known.on(new AccountCreated(OTHER, AccountKind.CLIENT));
            known.on(new CredentialIssued(OTHER, SECOND, ADMIN));

            refused(
                    account().given(CREATED, proposed).when(new ConfirmCredential(ANA, FIRST, OTHER)),
                    AccountCode.PROPOSAL_BY_ONESELF);
        }

        /** Whoever knows a secret of an account knows what that is shown, and can have it make others. */
        @Test
        void areNotOnePersonWithAccountsMadeByEachOther() {
            AccountId third = new AccountId("administrator-3");
            known.on(new AccountCreated(OTHER, AccountKind.CLIENT));
            known.on(new CredentialIssued(OTHER, SECOND, ADMIN));
            known.on(new AccountCreated(third, AccountKind.CLIENT));
            known.on(new CredentialIssued(third, THIRD, OTHER));

            refused(
                    account().given(CREATED, proposed).when(new ConfirmCredential(ANA, FIRST, third)),
                    AccountCode.PROPOSAL_BY_ONESELF);
        }

        @Test
        void areNotOnePersonWhoRenewedTheOthersSecret() {
            known.on(new AccountCreated(OTHER, AccountKind.CLIENT));
            known.on(new CredentialIssued(OTHER, SECOND, ADMIN));
            known.on(new CredentialIssued(OTHER, THIRD, OTHER));
            known.on(new CredentialRevoked(OTHER, SECOND));

            refused(
                    account().given(CREATED, proposed).when(new ConfirmCredential(ANA, FIRST, OTHER)),
                    AccountCode.PROPOSAL_BY_ONESELF);
        }

        /** What was proposed with a secret stays proposed by whoever may have seen it, when it is gone. */
        @ParameterizedTest
        @MethodSource("waysToGetRidOfASecret")
        void areNotOnePersonWhoGetsRidOfTheSecretTheyProposedWith(List<Event> gone) {
            CredentialProposed byTheOther =
                    new CredentialProposed(ANA, FIRST, OTHER, NOW.plus(CredentialPolicies.PROPOSALS_LAST));
            givenRole(OTHER, Role.ADMIN);
            known.on(new CredentialIssued(OTHER, SECOND, ADMIN), NOW.minusSeconds(60));
            gone.forEach(event -> known.on(event, NOW));

            refused(
                    account().given(CREATED, byTheOther).when(new ConfirmCredential(ANA, FIRST, ADMIN)),
                    AccountCode.PROPOSAL_BY_ONESELF);
        }

        static Stream<List<Event>> waysToGetRidOfASecret() {
            return Stream.of(
                    List.of(new CredentialRevoked(OTHER, SECOND)),
                    List.of(new AccountClosed(OTHER)),
                    List.of(new CredentialRevoked(OTHER, SECOND), new CredentialIssued(OTHER, THIRD, OTHER)));
        }

        @Test
        void areNotOneWhoConfirmsWithAnAccountThatTheyThenGotRidOf() {
            givenRole(OTHER, Role.ADMIN);
            known.on(new CredentialIssued(OTHER, SECOND, ADMIN), NOW.minusSeconds(60));
            known.on(new CredentialRevoked(OTHER, SECOND), NOW);
            known.on(new CredentialIssued(OTHER, THIRD, OTHER), NOW);

            refused(
                    account().given(CREATED, proposed).when(new ConfirmCredential(ANA, FIRST, OTHER)),
                    AccountCode.PROPOSAL_BY_ONESELF);
        }

        @Test
        void areNotOneWhoAdministersNoLongerAndAnother() {
            known.on(new RoleRevoked(ADMIN, Role.ADMIN, OTHER));

            refused(
                    account().given(CREATED, proposed).when(new ConfirmCredential(ANA, FIRST, OTHER)),
                    AccountCode.PROPOSAL_LAPSED);
        }

        @Test
        void areThoseWhoseSecretsWereMadeWithTheMachine() {
            known.on(new AccountCreated(OTHER, AccountKind.CLIENT));
            known.on(new CredentialIssued(OTHER, SECOND, ADMIN));
            known.on(new CredentialRevoked(OTHER, SECOND));
            known.on(new CredentialIssued(OTHER, THIRD, OTHER));

            account()
                    .given(CREATED, proposed)
                    .when(new ConfirmCredential(ANA, FIRST, OTHER))
                    .expectEvents(new CredentialIssued(ANA, FIRST, OTHER));
        }

        @Test
        void areNeededForATillsSecretThatOpensMore() {
            AccountId till = AccountId.of(VAKE, new TerminalId("TILL-1"));
            AccountCreated created = new AccountCreated(till, AccountKind.CLIENT);
            RoleGranted selling = new RoleGranted(till, Role.POS_TERMINAL, List.of(VAKE), null, null, ADMIN);
            givenRole(ADMIN, Role.ADMIN);

            refused(
                    account()
                            .given(created, selling)
                            .when(new GrantRole(till, Role.REGULATOR, Scope.EVERYTHING, Optional.empty(), ADMIN)),
                    AccountCode.ROLE_NOT_TO_GIVE);
            refused(
                    account()
                            .given(created, selling, granted(till, Role.REGULATOR))
                            .when(new ReplaceTerminalCredential(VAKE, new TerminalId("TILL-1"), FIRST, ADMIN)),
                    AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE);
            refused(
                    account()
                            .given(created, granted(till, Role.REGULATOR))
                            .when(new AdmitTerminal(VAKE, new TerminalId("TILL-1"), FIRST, ADMIN)),
                    AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE);
        }

        @Test
        void areNeededForARoleOfAnAccountWhoseSecretSomebodyElseWasShown() {
            givenRole(ADMIN, Role.ADMIN);
            givenRole(HEAD, Role.COMPLIANCE_HEAD);
            GrantRole byTheHead = new GrantRole(ANA, Role.COMPLIANCE_OFFICER, Scope.EVERYTHING, Optional.empty(), HEAD);

            refused(
                    account()
                            .given(CREATED, new CredentialIssued(ANA, FIRST, ADMIN))
                            .when(byTheHead),
                    AccountCode.ROLE_FOR_ONESELF);
            account()
                    .given(CREATED, granted(ANA, Role.COMPLIANCE_OFFICER), new CredentialIssued(ANA, FIRST, ADMIN))
                    .when(byTheHead)
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void decideWithinSevenDays() {
            refused(
                    account()
                            .given(CREATED, new CredentialProposed(ANA, FIRST, ADMIN, NOW))
                            .when(new ConfirmCredential(ANA, FIRST, OTHER)),
                    AccountCode.PROPOSAL_LAPSED);
        }

        @Test
        void areNeededForARoleOfAnAccountWhoseSecretTheGranterWasShown() {
            givenRole(ADMIN, Role.ADMIN);
            CredentialIssued shown = new CredentialIssued(ANA, FIRST, ADMIN);

            refused(
                    account().given(CREATED, shown).when(grant(Role.NETWORK_OWNER, Scope.EVERYTHING, ADMIN)),
                    AccountCode.ROLE_FOR_ONESELF);
            account()
                    .given(CREATED, shown, new CredentialRevoked(ANA, FIRST))
                    .when(grant(Role.NETWORK_OWNER, Scope.EVERYTHING, ADMIN))
                    .expectEvents(new RoleGranted(ANA, Role.NETWORK_OWNER, List.of(), null, null, ADMIN));
        }
    }

    @Nested
    class TheLastAdministrator {

        private final CredentialIssued issued = new CredentialIssued(ANA, FIRST, ANA);

        @Test
        void neitherResignsNorIsClosedNorLosesTheLastSecret() {
            givenRole(ANA, Role.ADMIN);
            known.on(issued);
            Object[] administrator = {CREATED, granted(ANA, Role.ADMIN), issued};

            refused(
                    account().given(administrator).when(new RevokeRole(ANA, Role.ADMIN, ANA)),
                    AccountCode.ADMINISTRATOR_IS_LAST);
            refused(account().given(administrator).when(new CloseAccount(ANA)), AccountCode.ADMINISTRATOR_IS_LAST);
            refused(
                    account().given(administrator).when(new RevokeCredential(ANA, FIRST)),
                    AccountCode.ADMINISTRATOR_IS_LAST);
        }

        @Test
        void isMadeWithTheMachineWhereNobodyIsLeft() {
            RoleGranted admin = new RoleGranted(ANA, Role.ADMIN, List.of(), null, null, ANA);

            account()
                    .given(CREATED)
                    .when(new ReplaceAdministratorCredential(ANA, FIRST))
                    .expectEvents(admin, new CredentialIssued(ANA, FIRST, ANA));
            account()
                    .givenNoPriorActivity()
                    .when(new ReplaceAdministratorCredential(ANA, FIRST))
                    .expectEvents(CREATED, admin, new CredentialIssued(ANA, FIRST, ANA));
        }

        @Test
        void isNotTheLastWhileAnotherCanSignIn() {
            givenRole(ANA, Role.ADMIN);
            givenRole(HEAD, Role.ADMIN);
            refused(
                    account().given(CREATED, granted(ANA, Role.ADMIN), issued).when(new CloseAccount(ANA)),
                    AccountCode.ADMINISTRATOR_IS_LAST);

            known.on(new CredentialIssued(HEAD, SECOND, HEAD));

            account()
                    .given(CREATED, granted(ANA, Role.ADMIN), issued)
                    .when(new CloseAccount(ANA))
                    .expectEvents(new AccountClosed(ANA));
        }
    }

    @Nested
    class TheRegistry {

        @Test
        void answersWhatIsInForceAtAnInstant() {
            known.on(CREATED);
            known.on(new RoleGranted(ANA, Role.ANALYST, List.of(), null, null, ADMIN));
            known.on(new RoleGranted(ANA, Role.AUDITOR, List.of(), null, NOW, ADMIN));

            assertThat(known.rolesInForce(ANA, NOW.minusMillis(1))).containsOnly(Role.ANALYST, Role.AUDITOR);
            assertThat(known.rolesInForce(ANA, NOW)).containsOnly(Role.ANALYST);
        }

        @Test
        void keepsTheLastGrantOfARole() {
            known.on(CREATED);
            known.on(new RoleGranted(ANA, Role.FRANCHISEE, List.of(VAKE), null, null, OWNER));
            known.on(new RoleGranted(ANA, Role.FRANCHISEE, List.of(new NodeId("SABURTALO")), null, null, OWNER));

            assertThat(known.identify(ANA, NOW).orElseThrow().claims()).containsExactly("FRANCHISEE:SABURTALO");
        }

        @Test
        void forgetsAnAccountThatWasClosed() {
            known.on(CREATED);
            known.on(new RoleGranted(ANA, Role.AUDITOR, List.of(), null, null, ADMIN));
            known.on(new CredentialIssued(ANA, FIRST, ADMIN));
            known.on(new AccountClosed(ANA));

            assertThat(known.find(ANA)).isEmpty();
            assertThat(known.rolesInForce(ANA, NOW)).isEmpty();
        }
    }

    @Test
    void theAccountsOfDifferentTillsAreDifferent() {
        assertThat(AccountId.of(VAKE, new TerminalId("TILL-1")).value()).isEqualTo("till-4-vake-till-1");
        assertThat(AccountId.of(new NodeId("A-1"), new TerminalId("1")))
                .isNotEqualTo(AccountId.of(new NodeId("A"), new TerminalId("1-1")));
        assertThat(AccountId.of(new NodeId("A"), new TerminalId("3-B")))
                .isNotEqualTo(AccountId.of(new NodeId("A-1"), new TerminalId("B")));
    }

    private AggregateTestFixture<Account> account() {
        return AccountFixture.at(NOW, known);
    }

    private void givenRole(AccountId account, Role role) {
        known.on(new AccountCreated(account, AccountKind.PERSON));
        known.on(granted(account, role));
    }

    private static Event granted(AccountId account, Role role) {
        return new RoleGranted(account, role, List.of(), null, null, ADMIN);
    }

    private static GrantRole grant(Role role, Scope scope, AccountId grantedBy) {
        return new GrantRole(ANA, role, scope, Optional.empty(), grantedBy);
    }

    private static void refused(ResultValidator<?> outcome, PublicCode code) {
        outcome.expectNoEvents()
                .expectException(CommandRefused.class)
                .expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
    }
}
