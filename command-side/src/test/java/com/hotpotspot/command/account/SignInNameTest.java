package com.hotpotspot.command.account;

import static com.hotpotspot.command.account.Nino.NAME;
import static com.hotpotspot.command.account.Nino.NINO;
import static com.hotpotspot.command.account.Nino.OTHER;
import static com.hotpotspot.command.account.Nino.PERSON;
import static com.hotpotspot.command.account.Nino.PROGRAM;
import static com.hotpotspot.command.account.Nino.account;
import static com.hotpotspot.command.account.Nino.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name that a person types when they sign in. */
class SignInNameTest {

    private final AccountRegistry known = new AccountRegistry();

    @Test
    void isGivenToAPerson() {
        account(known).given(PERSON).when(new GiveSignInName(NINO, NAME)).expectEvents(new SignInNameGiven(NINO, NAME));
    }

    @Test
    void isGivenOnce() {
        account(known)
                .given(PERSON, new SignInNameGiven(NINO, NAME))
                .when(new GiveSignInName(NINO, NAME))
                .expectNoEvents()
                .expectResultMessagePayload(new SignInNameGiven(NINO, NAME));
    }

    @Test
    void isOfNoUseToAProgram() {
        refused(account(known).given(PROGRAM).when(new GiveSignInName(NINO, NAME)), AccountCode.ACCOUNT_NOT_A_PERSONS);
    }

    @Test
    void thatAnotherHasOrHadIsTheirs() {
        known.on(new AccountCreated(OTHER, AccountKind.PERSON));
        known.on(new SignInNameGiven(OTHER, NAME));
        known.on(new SignInNameGiven(OTHER, new SignInName("another")));

        refused(account(known).given(PERSON).when(new GiveSignInName(NINO, NAME)), AccountCode.SIGN_IN_NAME_TAKEN);

        known.on(new AccountClosed(OTHER));

        refused(account(known).given(PERSON).when(new GiveSignInName(NINO, NAME)), AccountCode.SIGN_IN_NAME_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin-2", "administrator", "till-4-vake-t1"})
    void isNotWhatAnAccountIsCalledByItsId(String name) {
        known.on(new AccountCreated(OTHER, AccountKind.PERSON));

        refused(
                account(known).given(PERSON).when(new GiveSignInName(NINO, new SignInName(name))),
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
