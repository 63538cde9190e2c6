package com.hotpotspot.command.account;

import static com.hotpotspot.command.account.Nino.ADMIN;
import static com.hotpotspot.command.account.Nino.FIRST;
import static com.hotpotspot.command.account.Nino.NINO;
import static com.hotpotspot.command.account.Nino.NOW;
import static com.hotpotspot.command.account.Nino.ONE_TIME;
import static com.hotpotspot.command.account.Nino.PASSWORD;
import static com.hotpotspot.command.account.Nino.PERSON;
import static com.hotpotspot.command.account.Nino.PROGRAM;
import static com.hotpotspot.command.account.Nino.SECOND;
import static com.hotpotspot.command.account.Nino.THIRD;
import static com.hotpotspot.command.account.Nino.account;
import static com.hotpotspot.command.account.Nino.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialRevoked;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The password that a person chose. */
class ChosenPasswordTest {

    private final AccountRegistry known = new AccountRegistry();

    @Test
    void spendsTheOneTimeSecretThatItWasChosenWith() {
        account(known)
                .given(PERSON, ONE_TIME)
                .when(new ChoosePassword(NINO, SECOND, FIRST))
                .expectEvents(PASSWORD, new CredentialRevoked(NINO, FIRST))
                .expectResultMessagePayload(PASSWORD);
    }

    @Test
    void isChosenOnceWithIt() {
        CredentialRevoked spent = new CredentialRevoked(NINO, FIRST);

        account(known)
                .given(PERSON, ONE_TIME, PASSWORD, spent)
                .when(new ChoosePassword(NINO, SECOND, FIRST))
                .expectNoEvents()
                .expectResultMessagePayload(PASSWORD);
        refused(
                account(known).given(PERSON, ONE_TIME, PASSWORD, spent).when(new ChoosePassword(NINO, THIRD, FIRST)),
                AccountCode.CREDENTIAL_REVOKED);
    }

    @Test
    void isNotChosenWithAOneTimeSecretThatHasLapsed() {
        CredentialIssued lapsed = new CredentialIssued(NINO, FIRST, CredentialKind.ONE_TIME, NOW, ADMIN);

        refused(
                account(known).given(PERSON, lapsed).when(new ChoosePassword(NINO, SECOND, FIRST)),
                AccountCode.ONE_TIME_SECRET_LAPSED);
    }

    @Test
    void takesThePlaceOfAnotherOrOfASecret() {
        for (CredentialIssued before : List.of(
                new CredentialIssued(NINO, FIRST, CredentialKind.PASSWORD, null, NINO),
                new CredentialIssued(NINO, FIRST, ADMIN))) {
            account(known)
                    .given(PERSON, before)
                    .when(new ChoosePassword(NINO, SECOND, FIRST))
                    .expectEvents(PASSWORD, new CredentialRevoked(NINO, FIRST));
        }
    }

    @Test
    void isNotChosenForAProgramOrAClosedAccount() {
        CredentialIssued secret = new CredentialIssued(NINO, FIRST, ADMIN);

        refused(
                account(known).given(PROGRAM, secret).when(new ChoosePassword(NINO, SECOND, FIRST)),
                AccountCode.ACCOUNT_NOT_A_PERSONS);
        refused(
                account(known)
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
