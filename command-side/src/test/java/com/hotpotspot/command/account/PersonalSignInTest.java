package com.hotpotspot.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.testing.Fixtures;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a person comes to sign in with a name and a password of their own. */
class PersonalSignInTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(3));
    private static final AccountId ADMIN = new AccountId("administrator");
    private static final AccountId OTHER = new AccountId("admin-2");
    private static final AccountId NINO = new AccountId("n-1");
    private static final SignInName NAME = new SignInName("nino.b");
    private static final AccountCreated PERSON = new AccountCreated(NINO, AccountKind.PERSON);
    private static final AccountCreated PROGRAM = new AccountCreated(NINO, AccountKind.CLIENT);
    private static final CredentialId FIRST = new CredentialId("c-1");
    private static final CredentialId SECOND = new CredentialId("c-2");
    private static final CredentialId THIRD = new CredentialId("c-3");
    private static final CredentialIssued ONE_TIME =
            new CredentialIssued(NINO, FIRST, CredentialKind.ONE_TIME, END, ADMIN);
    private static final CredentialIssued PASSWORD =
            new CredentialIssued(NINO, SECOND, CredentialKind.PASSWORD, null, NINO);

    private final AccountRegistry known = new AccountRegistry();

    @Nested
    class AName {

        @Test
        void isGivenToAPerson() {
            account().given(PERSON).when(new GiveSignInName(NINO, NAME)).expectEvents(new SignInNameGiven(NINO, NAME));
        }

        @Test
        void isGivenOnce() {
            account()
                    .given(PERSON, new SignInNameGiven(NINO, NAME))
                    .when(new GiveSignInName(NINO, NAME))
                    .expectNoEvents()
                    .expectResultMessagePayload(new SignInNameGiven(NINO, NAME));
        }

        @Test
        void isOfNoUseToAProgram() {
            refused(account().given(PROGRAM).when(new GiveSignInName(NINO, NAME)), AccountCode.ACCOUNT_NOT_A_PERSONS);
        }

        @Test
        void thatAnotherHasOrHadIsTheirs() {
            known.on(new AccountCreated(OTHER, AccountKind.PERSON));
            known.on(new SignInNameGiven(OTHER, NAME));
            known.on(new SignInNameGiven(OTHER, new SignInName("another")));

            refused(account().given(PERSON).when(new GiveSignInName(NINO, NAME)), AccountCode.SIGN_IN_NAME_TAKEN);

            known.on(new AccountClosed(OTHER));

            refused(account().given(PERSON).when(new GiveSignInName(NINO, NAME)), AccountCode.SIGN_IN_NAME_TAKEN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"admin-2", "administrator", "till-4-vake-t1"})
        void isNotWhatAnAccountIsCalledByItsId(String name) {
            known.on(new AccountCreated(OTHER, AccountKind.PERSON));

            refused(
                    account().given(PERSON).when(new GiveSignInName(NINO, new SignInName(name))),
                    AccountCode.SIGN_IN_NAME_TAKEN);
        }

        @Test
        void leadsToTheAccountThatHasItNow() {
            known.on(PERSON);
            known.on(new SignInNameGiven(NINO, NAME));
            assertThat(known.find(NAME)).map(RegisteredAccount::id).contains(NINO);

            known.on(new SignInNameGiven(NINO, new SignInName("nino-2")));

            assertThat(known.find(NAME)).isEmpty();
            assertThat(known.find(new SignInName("nino-2"))).isPresent();
        }

        /** Two processes may decide in one instant; the log has an order. */
        @Test
        void thatTwoWereGivenAtOnceIsTheFirsts() {
            known.on(PERSON);
            known.on(new AccountCreated(OTHER, AccountKind.PERSON));
            known.on(new SignInNameGiven(OTHER, NAME));
            known.on(new SignInNameGiven(NINO, NAME));

            assertThat(known.find(NAME)).map(RegisteredAccount::id).contains(OTHER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Nino.B", "  nino.b ", "NINO.B"})
        void isTypedInUpperCaseOrLower(String typed) {
            assertThat(SignInName.typed(typed)).contains(NAME);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "ni",
                    "1nino",
                    "nino..b",
                    "nino.",
                    "ni no",
                    "ნინო",
                    "nino@b",
                    "a123456789012345678901234567890123"
                })
        void hasAForm(String typed) {
            assertThat(SignInName.typed(typed)).isEmpty();
        }
    }

    @Nested
    class AOneTimeSecret {

        @Test
        void isGoodForThreeDays() {
            account()
                    .given(PERSON)
                    .when(new GiveOneTimeSecret(NINO, FIRST, ADMIN))
                    .expectEvents(ONE_TIME)
                    .expectResultMessagePayload(ONE_TIME);
        }

        @Test
        void takesThePlaceOfAllThatThePersonSignedInWith() {
            CredentialIssued shown = new CredentialIssued(NINO, SECOND, ADMIN);

            account()
                    .given(PERSON, shown)
                    .when(new GiveOneTimeSecret(NINO, FIRST, ADMIN))
                    .expectEvents(new CredentialRevoked(NINO, SECOND), ONE_TIME);
        }

        @Test
        void isOfNoUseToAProgram() {
            refused(
                    account().given(PROGRAM).when(new GiveOneTimeSecret(NINO, FIRST, ADMIN)),
                    AccountCode.ACCOUNT_NOT_A_PERSONS);
        }

        @Test
        void forSomebodyWhoChoseAPasswordTakesTwoPeople() {
            givenRole(ADMIN);
            givenRole(OTHER);
            known.on(new RoleGranted(ADMIN, Role.NETWORK_OWNER, List.of(), null, null, ADMIN));
            RoleGranted owner = new RoleGranted(NINO, Role.NETWORK_OWNER, List.of(), null, null, ADMIN);
            CredentialProposed proposed =
                    new CredentialProposed(NINO, FIRST, CredentialKind.ONE_TIME, ADMIN, NOW.plus(Duration.ofDays(7)));

            refused(
                    account().given(PERSON, owner, PASSWORD).when(new GiveOneTimeSecret(NINO, FIRST, ADMIN)),
                    AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE);
            account()
                    .given(PERSON, owner, PASSWORD)
                    .when(new ProposeCredential(NINO, FIRST, CredentialKind.ONE_TIME, ADMIN))
                    .expectEvents(proposed);
            account()
                    .given(PERSON, owner, PASSWORD, proposed)
                    .when(new ConfirmCredential(NINO, FIRST, OTHER))
                    .expectEvents(
                            new CredentialRevoked(NINO, SECOND),
                            new CredentialIssued(NINO, FIRST, CredentialKind.ONE_TIME, END, OTHER));
            refused(
                    account().given(PERSON, owner, PASSWORD, proposed).when(new ConfirmCredential(NINO, FIRST, ADMIN)),
                    AccountCode.PROPOSAL_BY_ONESELF);
        }

        @Test
        void isNotForTheLastAdministratorWhoWouldBeNoneUntilThen() {
            RoleGranted admin = new RoleGranted(NINO, Role.ADMIN, List.of(), null, null, ADMIN);

            refused(
                    account().given(PERSON, admin, PASSWORD).when(new GiveOneTimeSecret(NINO, FIRST, NINO)),
                    AccountCode.ADMINISTRATOR_IS_LAST);
        }

        @Test
        void makesNobodyAnAdministratorWhoMayBeLeftAlone() {
            known.on(PERSON);
            known.on(new RoleGranted(NINO, Role.ADMIN, List.of(), null, null, ADMIN));
            known.on(ONE_TIME);
            assertThat(known.isAdministeredBeside(ADMIN)).isFalse();

            known.on(PASSWORD);

            assertThat(known.isAdministeredBeside(ADMIN)).isTrue();
        }

        @Test
        void provesToNoDoorWhoSomebodyIs() {
            known.on(PERSON);
            known.on(ONE_TIME);

            assertThat(known.identify(NINO, FIRST, NOW)).isEmpty();
            assertThat(known.find(NINO).orElseThrow().credentials()).isEmpty();
            assertThat(known.find(NINO).orElseThrow().credentials(Set.of(CredentialKind.ONE_TIME), NOW))
                    .containsOnly(FIRST);
            assertThat(known.find(NINO).orElseThrow().credentials(Set.of(CredentialKind.ONE_TIME), END))
                    .isEmpty();
        }
    }

    @Nested
    class APassword {

        @Test
        void spendsTheOneTimeSecretThatItWasChosenWith() {
            account()
                    .given(PERSON, ONE_TIME)
                    .when(new ChoosePassword(NINO, SECOND, FIRST))
                    .expectEvents(PASSWORD, new CredentialRevoked(NINO, FIRST))
                    .expectResultMessagePayload(PASSWORD);
        }

        @Test
        void isChosenOnceWithIt() {
            CredentialRevoked spent = new CredentialRevoked(NINO, FIRST);

            account()
                    .given(PERSON, ONE_TIME, PASSWORD, spent)
                    .when(new ChoosePassword(NINO, SECOND, FIRST))
                    .expectNoEvents()
                    .expectResultMessagePayload(PASSWORD);
            refused(
                    account().given(PERSON, ONE_TIME, PASSWORD, spent).when(new ChoosePassword(NINO, THIRD, FIRST)),
                    AccountCode.CREDENTIAL_REVOKED);
        }

        @Test
        void isNotChosenWithAOneTimeSecretThatHasLapsed() {
            CredentialIssued lapsed = new CredentialIssued(NINO, FIRST, CredentialKind.ONE_TIME, NOW, ADMIN);

            refused(
                    account().given(PERSON, lapsed).when(new ChoosePassword(NINO, SECOND, FIRST)),
                    AccountCode.ONE_TIME_SECRET_LAPSED);
        }

        @Test
        void takesThePlaceOfAnotherOrOfASecret() {
            for (CredentialIssued before : List.of(
                    new CredentialIssued(NINO, FIRST, CredentialKind.PASSWORD, null, NINO),
                    new CredentialIssued(NINO, FIRST, ADMIN))) {
                account()
                        .given(PERSON, before)
                        .when(new ChoosePassword(NINO, SECOND, FIRST))
                        .expectEvents(PASSWORD, new CredentialRevoked(NINO, FIRST));
            }
        }

        @Test
        void isNotChosenForAProgramOrAClosedAccount() {
            CredentialIssued secret = new CredentialIssued(NINO, FIRST, ADMIN);

            refused(
                    account().given(PROGRAM, secret).when(new ChoosePassword(NINO, SECOND, FIRST)),
                    AccountCode.ACCOUNT_NOT_A_PERSONS);
            refused(
                    account()
                            .given(PERSON, secret, new AccountClosed(NINO))
                            .when(new ChoosePassword(NINO, SECOND, FIRST)),
                    AccountCode.ACCOUNT_CLOSED);
        }

        /** Whoever was shown the one-time secret may have been faster, and chosen it. */
        @Test
        void staysInTheHandsThatTheOneTimeSecretWasIn() {
            known.on(PERSON);
            known.on(ONE_TIME);
            known.on(PASSWORD);
            known.on(new CredentialRevoked(NINO, FIRST));

            assertThat(known.handsOf(NINO)).containsOnly(NINO, ADMIN);
        }
    }

    private AggregateTestFixture<Account> account() {
        AggregateTestFixture<Account> fixture = Fixtures.of(Account.class);
        fixture.registerInjectableResource(known);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        return fixture;
    }

    private void givenRole(AccountId administrator) {
        known.on(new AccountCreated(administrator, AccountKind.PERSON));
        known.on(new RoleGranted(administrator, Role.ADMIN, List.of(), null, null, ADMIN));
    }

    private static void refused(ResultValidator<?> outcome, PublicCode code) {
        outcome.expectNoEvents()
                .expectException(CommandRefused.class)
                .expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
    }
}
