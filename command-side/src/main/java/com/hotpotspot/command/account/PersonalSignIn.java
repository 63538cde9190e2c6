package com.hotpotspot.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.SignInNameGiven;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The part of an account that only people have: the name that they type, and the password that they chose. */
class PersonalSignIn {

    /** Those of the account, which it keeps. */
    private final HeldCredentials credentials;

    private @Nullable AccountKind kind;
    private @Nullable SignInNameGiven name;
    private boolean closed;

    PersonalSignIn(HeldCredentials credentials) {
        this.credentials = credentials;
    }

    @CommandHandler
    SignInNameGiven handle(GiveSignInName command, AccountRegistry accounts) {
        isOpen().and(() -> PersonPolicies.isAPersons(kind))
                .and(() -> PersonPolicies.isFree(
                        command.name(),
                        command.account(),
                        accounts.everCalled(command.name()),
                        accounts.isAnId(command.name())))
                .orElseRefuse();
        SignInNameGiven wanted = new SignInNameGiven(command.account(), command.name());
        if (!wanted.equals(name)) {
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    CredentialIssued handle(ChoosePassword command, Clock clock) {
        CredentialIssued before = credentials.inUse(command.credential());
        if (before != null) {
            return before;
        }
        isOpen().and(() -> PersonPolicies.isAPersons(kind))
                .and(() -> credentials.isNotRevoked(command.credential()))
                .and(() -> PersonPolicies.isGoodForAPassword(
                        credentials.inUse(command.inPlaceOf()), command.inPlaceOf(), clock.instant()))
                .orElseRefuse();
        CredentialIssued wanted = new CredentialIssued(
                command.account(), command.credential(), CredentialKind.PASSWORD, null, command.account());
        // In this order: whoever may have seen what it was chosen with may have chosen it.
        apply(wanted);
        apply(new CredentialRevoked(command.account(), command.inPlaceOf()));
        return wanted;
    }

    private Verdict isOpen() {
        return AccountPolicies.isOpen(closed);
    }

    @EventSourcingHandler
    void on(AccountCreated event) {
        kind = event.kind();
    }

    @EventSourcingHandler
    void on(SignInNameGiven event) {
        name = event;
    }

    @EventSourcingHandler
    void on(AccountClosed event) {
        closed = true;
    }
}
