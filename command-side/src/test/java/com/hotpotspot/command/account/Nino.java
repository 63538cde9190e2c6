package com.hotpotspot.command.account;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.SignInName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;

/** A person who comes to a name and a password of her own, and who else has to do with that. */
final class Nino {

    static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    static final Instant END = NOW.plus(Duration.ofDays(3));
    static final AccountId ADMIN = new AccountId("administrator");
    static final AccountId OTHER = new AccountId("admin-2");
    static final AccountId NINO = new AccountId("n-1");
    static final SignInName NAME = new SignInName("nino.b");
    static final AccountCreated PERSON = new AccountCreated(NINO, AccountKind.PERSON);
    static final AccountCreated PROGRAM = new AccountCreated(NINO, AccountKind.CLIENT);
    static final CredentialId FIRST = new CredentialId("c-1");
    static final CredentialId SECOND = new CredentialId("c-2");
    static final CredentialId THIRD = new CredentialId("c-3");
    static final CredentialIssued ONE_TIME = new CredentialIssued(NINO, FIRST, CredentialKind.ONE_TIME, END, ADMIN);
    static final CredentialIssued PASSWORD = new CredentialIssued(NINO, SECOND, CredentialKind.PASSWORD, null, NINO);

    private Nino() {}

    /** Her account as it decides now, where this much is known of all others. */
    static AggregateTestFixture<Account> account(AccountRegistry known) {
        return AccountFixture.at(NOW, known);
    }

    static void administers(AccountRegistry known, AccountId administrator) {
        known.on(new AccountCreated(administrator, AccountKind.PERSON));
        known.on(new RoleGranted(administrator, Role.ADMIN, List.of(), null, null, ADMIN));
    }

    static void refused(ResultValidator<?> outcome, PublicCode code) {
        outcome.expectNoEvents()
                .expectException(CommandRefused.class)
                .expectException(Matchers.<CommandRefused>predicate(refusal -> refusal.code() == code));
    }
}
