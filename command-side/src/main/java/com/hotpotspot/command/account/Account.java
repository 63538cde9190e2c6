package com.hotpotspot.command.account;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.policy.RefusalCode;
import com.hotpotspot.command.policy.Verdict;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in, the roles they were granted and what they sign in with. */
@Aggregate(type = "account")
class Account {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StreamId stream;

    private @Nullable AccountCreated creation;
    private final Map<Role, RoleGranted> granted = new EnumMap<>(Role.class);
    private final Set<CredentialId> inUse = new HashSet<>();
    private final Set<CredentialId> revoked = new HashSet<>();
    private boolean closed;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AccountCreated handle(AppointAdministrator command, AccountRegistry accounts) {
        AccountPolicies.isTheFirst(creation != null || accounts.hasAdministrator())
                .orElseRefuse();
        AccountCreated wanted = new AccountCreated(command.account(), command.kind());
        apply(wanted);
        for (Role role : AppointAdministrator.ROLES) {
            apply(new RoleGranted(command.account(), role, List.of(), null, null, command.account()));
        }
        apply(new CredentialIssued(command.account(), command.credential()));
        return wanted;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AccountCreated handle(CreateAccount command) {
        AccountCreated wanted = new AccountCreated(command.account(), command.kind());
        if (creation == null) {
            apply(wanted);
        } else {
            isOpen().and(() -> mayBeRepeatedAs(wanted)).orElseRefuse();
        }
        return wanted;
    }

    @CommandHandler
    RoleGranted handle(GrantRole command, AccountRegistry accounts, Clock clock) {
        isOpen().and(() -> AccountPolicies.mayGrant(
                        command, accounts.rolesInForce(command.grantedBy(), clock.instant()), clock.instant()))
                .orElseRefuse();
        RoleGranted wanted = command.fact();
        if (!wanted.equals(granted.get(command.role()))) {
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    RoleRevoked handle(RevokeRole command, AccountRegistry accounts, Clock clock) {
        AccountPolicies.mayRevoke(command, accounts.rolesInForce(command.revokedBy(), clock.instant()))
                .orElseRefuse();
        RoleRevoked wanted = new RoleRevoked(command.account(), command.role(), command.revokedBy());
        if (granted.containsKey(command.role())) {
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    CredentialIssued handle(IssueCredential command) {
        CredentialIssued wanted = new CredentialIssued(command.account(), command.credential());
        if (!inUse.contains(command.credential())) {
            isOpen().and(() -> isNotRevoked(command.credential()))
                    .and(() -> AccountPolicies.hasRoomForACredential(inUse.size()))
                    .orElseRefuse();
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    CredentialRevoked handle(RevokeCredential command) {
        CredentialRevoked wanted = new CredentialRevoked(command.account(), command.credential());
        if (!revoked.contains(command.credential())) {
            wasIssued(command.credential()).orElseRefuse();
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CredentialIssued handle(AdmitTerminal command) {
        isOpen().orElseRefuse();
        if (creation == null) {
            apply(new AccountCreated(command.account(), AccountKind.CLIENT));
        }
        if (!granted.containsKey(Role.POS_TERMINAL)) {
            apply(new RoleGranted(
                    command.account(), Role.POS_TERMINAL, List.of(command.node()), null, null, command.admittedBy()));
        }
        return inUse.stream()
                .min(comparing(CredentialId::value))
                .map(known -> new CredentialIssued(command.account(), known))
                .orElseGet(() -> {
                    CredentialIssued wanted = new CredentialIssued(command.account(), command.credential());
                    apply(wanted);
                    return wanted;
                });
    }

    @CommandHandler
    CredentialIssued handle(ReplaceTerminalCredential command) {
        CredentialIssued wanted = new CredentialIssued(command.account(), command.credential());
        if (!inUse.equals(Set.of(command.credential()))) {
            isOpen().and(() -> isNotRevoked(command.credential())).orElseRefuse();
            revokeAll();
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    RoleRevoked handle(DismissTerminal command) {
        RoleRevoked wanted = new RoleRevoked(command.account(), Role.POS_TERMINAL, command.dismissedBy());
        if (granted.containsKey(Role.POS_TERMINAL)) {
            revokeAll();
            apply(wanted);
        }
        return wanted;
    }

    private void revokeAll() {
        List.copyOf(inUse)
                .forEach(credential ->
                        apply(new CredentialRevoked(requireNonNull(creation).account(), credential)));
    }

    @CommandHandler
    AccountClosed handle(CloseAccount command) {
        AccountClosed wanted = new AccountClosed(command.account());
        if (!closed) {
            apply(wanted);
        }
        return wanted;
    }

    private Verdict isOpen() {
        return closed
                ? Verdict.refused(RefusalCode.ACCOUNT_CLOSED, "The account was closed for good.")
                : Verdict.allowed();
    }

    private Verdict mayBeRepeatedAs(AccountCreated wanted) {
        return wanted.equals(creation)
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.ACCOUNT_ALREADY_CREATED,
                        "There is an account %s of another kind.".formatted(wanted.account()));
    }

    private Verdict isNotRevoked(CredentialId credential) {
        return revoked.contains(credential)
                ? Verdict.refused(
                        RefusalCode.CREDENTIAL_REVOKED,
                        "Credential %s was revoked and cannot be issued again.".formatted(credential))
                : Verdict.allowed();
    }

    private Verdict wasIssued(CredentialId credential) {
        return inUse.contains(credential)
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.CREDENTIAL_UNKNOWN, "The account has no credential %s.".formatted(credential));
    }

    @EventSourcingHandler
    void on(AccountCreated event) {
        stream = event.account().stream();
        creation = event;
    }

    @EventSourcingHandler
    void on(RoleGranted event) {
        granted.put(event.role(), event);
    }

    @EventSourcingHandler
    void on(RoleRevoked event) {
        granted.remove(event.role());
    }

    @EventSourcingHandler
    void on(CredentialIssued event) {
        inUse.add(event.credential());
    }

    @EventSourcingHandler
    void on(CredentialRevoked event) {
        inUse.remove(event.credential());
        revoked.add(event.credential());
    }

    @EventSourcingHandler
    void on(AccountClosed event) {
        closed = true;
    }
}
