package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pages call whoever is signed in, and where that leads. */
class OwnNameTest {

    private static final AccountId NINO = new AccountId("n-1");
    private static final CredentialId PASSWORD = new CredentialId("c-1");

    private static void happen(WrittenLog log) {
        log.append(
                new AccountCreated(NINO, AccountKind.PERSON),
                new RoleGranted(NINO, Role.AUDITOR, List.of(), null, null, new AccountId("administrator")),
                new SignInNameGiven(NINO, new SignInName("nino")),
                new CredentialIssued(NINO, PASSWORD, NINO));
    }

    @Test
    void aPersonIsCalledWhatTheySignInWithAndThatLeadsToTheirPassword() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            happen(new WrittenLog(database));
            try (RunningQuerySide side = RunningQuerySide.withPages(database);
                    Browser browser = new Browser()) {
                side.issuer().peopleOf(NINO.value(), PASSWORD.value());
                side.issuer().people("AUDITOR");

                assertThat(browser.open(side.url("/audit/witnesses")).body())
                        .contains("href=\"" + side.issuer().address() + "/sign-in/account\"", ">nino<")
                        .doesNotContain(">n-1<");
            }
        }
    }

    @Test
    void itLeadsNowhereAtAnIssuerThatHasNoSuchPlace() {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.withPages(database, "hotpotspot.access.account-uri=");
                Browser browser = new Browser()) {
            assertThat(browser.open(side.url("/audit/witnesses")).body())
                    .contains("Signed in as", "administrator")
                    .doesNotContain("/sign-in/account");
        }
    }
}
