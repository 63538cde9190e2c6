package com.hotpotspot.command.account;

import static com.hotpotspot.command.account.Nino.ADMIN;
import static com.hotpotspot.command.account.Nino.END;
import static com.hotpotspot.command.account.Nino.FIRST;
import static com.hotpotspot.command.account.Nino.NINO;
import static com.hotpotspot.command.account.Nino.NOW;
import static com.hotpotspot.command.account.Nino.ONE_TIME;
import static com.hotpotspot.command.account.Nino.OTHER;
import static com.hotpotspot.command.account.Nino.PASSWORD;
import static com.hotpotspot.command.account.Nino.PERSON;
import static com.hotpotspot.command.account.Nino.PROGRAM;
import static com.hotpotspot.command.account.Nino.SECOND;
import static com.hotpotspot.command.account.Nino.account;
import static com.hotpotspot.command.account.Nino.administers;
import static com.hotpotspot.command.account.Nino.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The secret with which a person comes to a password of their own, or to another. */
class OneTimeSecretTest {

    private final AccountRegistry known = new AccountRegistry();

    @Test
    void isGoodForThreeDays() {
        account(known)
                .given(PERSON)
                .when(new GiveOneTimeSecret(NINO, FIRST, ADMIN))
                .expectEvents(ONE_TIME)
                .expectResultMessagePayload(ONE_TIME);
    }

    @Test
    void takesThePlaceOfAllThatThePersonSignedInWith() {
        CredentialIssued shown = new CredentialIssued(NINO, SECOND, ADMIN);

        account(known)
                .given(PERSON, shown)
                .when(new GiveOneTimeSecret(NINO, FIRST, ADMIN))
                .expectEvents(new CredentialRevoked(NINO, SECOND), ONE_TIME);
    }

    @Test
    void isOfNoUseToAProgram() {
        refused(
                account(known).given(PROGRAM).when(new GiveOneTimeSecret(NINO, FIRST, ADMIN)),
                AccountCode.ACCOUNT_NOT_A_PERSONS);
    }

    @Test
    void forSomebodyWhoChoseAPasswordTakesTwoPeople() {
        administers(known, ADMIN);
        administers(known, OTHER);
        known.on(new RoleGranted(ADMIN, Role.NETWORK_OWNER, List.of(), null, null, ADMIN));
        RoleGranted owner = new RoleGranted(NINO, Role.NETWORK_OWNER, List.of(), null, null, ADMIN);
        CredentialProposed proposed =
                new CredentialProposed(NINO, FIRST, CredentialKind.ONE_TIME, ADMIN, NOW.plus(Duration.ofDays(7)));

        refused(
                account(known).given(PERSON, owner, PASSWORD).when(new GiveOneTimeSecret(NINO, FIRST, ADMIN)),
                AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE);
        account(known)
                .given(PERSON, owner, PASSWORD)
                .when(new ProposeCredential(NINO, FIRST, CredentialKind.ONE_TIME, ADMIN))
                .expectEvents(proposed);
        account(known)
                .given(PERSON, owner, PASSWORD, proposed)
                .when(new ConfirmCredential(NINO, FIRST, OTHER))
                .expectEvents(
                        new CredentialRevoked(NINO, SECOND),
                        new CredentialIssued(NINO, FIRST, CredentialKind.ONE_TIME, END, OTHER));
        refused(
                account(known).given(PERSON, owner, PASSWORD, proposed).when(new ConfirmCredential(NINO, FIRST, ADMIN)),
                AccountCode.PROPOSAL_BY_ONESELF);
    }

    @Test
    void isNotForTheLastAdministratorWhoWouldBeNoneUntilThen() {
        RoleGranted admin = new RoleGranted(NINO, Role.ADMIN, List.of(), null, null, ADMIN);

        refused(
                account(known).given(PERSON, admin, PASSWORD).when(new GiveOneTimeSecret(NINO, FIRST, NINO)),
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
