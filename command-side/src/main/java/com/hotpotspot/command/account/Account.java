package com.hotpotspot.command.account;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.StreamId;
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
import com.hotpotspot.events.account.RoleRevoked;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
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
    private final HeldCredentials credentials = new HeldCredentials();
    private boolean closed;

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon hands it what it handles
    private final PersonalSignIn person = new PersonalSignIn(credentials);

    @AggregateMember
    private final SecondFactor secondFactor = new SecondFactor();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AccountCreated handle(AppointAdministrator command, AccountRegistry accounts) {
        AccountPolicies.isTheFirst(creation != null || accounts.hasAdministrator())
                .orElseRefuse();
        AccountCreated wanted = new AccountCreated(command.account(), AppointAdministrator.KIND);
        apply(wanted);
        for (Role role : AppointAdministrator.ROLES) {
            apply(new RoleGranted(command.account(), role, List.of(), null, null, command.account()));
        }
        apply(new CredentialIssued(command.account(), command.credential(), command.account()));
        return wanted;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AccountCreated handle(CreateAccount command) {
        AccountCreated wanted = new AccountCreated(command.account(), command.kind());
        AccountCreated known = creation;
        if (known == null) {
            apply(wanted);
        } else {
            isOpen().and(() -> AccountPolicies.isTheSame(known, wanted)).orElseRefuse();
        }
        return wanted;
    }

    @CommandHandler
    RoleGranted handle(GrantRole command, AccountRegistry accounts, KnownNodes nodes, Clock clock) {
        Instant now = clock.instant();
        Set<Role> rolesOfGranter = accounts.rolesInForce(command.grantedBy(), now);
        isOpen().and(() -> AccountPolicies.mayGrant(command, rolesOfGranter, nodes, now))
                .and(() -> CredentialPolicies.isNoTill(command.account(), command.role()))
                .and(() -> isInForce(command.role(), now) ? Verdict.allowed() : staysOutOfReach(command, accounts, now))
                .and(() -> command.role() == Role.ADMIN && command.until().isPresent()
                        ? leavesAnAdministrator(accounts)
                        : Verdict.allowed())
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
                .and(() -> command.role() == Role.ADMIN ? leavesAnAdministrator(accounts) : Verdict.allowed())
                .orElseRefuse();
        RoleRevoked wanted = new RoleRevoked(command.account(), command.role(), command.revokedBy());
        if (granted.containsKey(command.role())) {
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    CredentialIssued handle(IssueCredential command, AccountRegistry accounts, Clock clock) {
        CredentialIssued before = credentials.inUse(command.credential());
        if (before != null) {
            return before;
        }
        isOpen().and(() -> credentials.isNotRevoked(command.credential()))
                .and(() -> credentials.isNotProposed(command.credential()))
                .and(() -> onePersonIsEnough(command.issuedBy(), accounts, clock.instant()))
                .and(credentials::hasRoom)
                .orElseRefuse();
        CredentialIssued wanted = new CredentialIssued(command.account(), command.credential(), command.issuedBy());
        apply(wanted);
        return wanted;
    }

    @CommandHandler
    CredentialIssued handle(GiveOneTimeSecret command, AccountRegistry accounts, Clock clock) {
        CredentialIssued before = credentials.inUse(command.credential());
        if (before != null) {
            return before;
        }
        Instant now = clock.instant();
        isOpen().and(() -> credentials.isNotRevoked(command.credential()))
                .and(() -> credentials.isNotProposed(command.credential()))
                .and(() -> onePersonIsEnough(command.issuedBy(), accounts, now))
                .and(() -> canBeginAnew(accounts))
                .orElseRefuse();
        return beginAnew(command.credential(), command.issuedBy(), now);
    }

    /** An administrator who is to choose a password first is none until then. */
    private Verdict canBeginAnew(AccountRegistry accounts) {
        return PersonPolicies.isAPersons(requireNonNull(creation).kind()).and(() -> leavesAnAdministrator(accounts));
    }

    private CredentialIssued beginAnew(CredentialId credential, AccountId shownTo, Instant now) {
        CredentialIssued wanted = new CredentialIssued(
                requireNonNull(creation).account(),
                credential,
                CredentialKind.ONE_TIME,
                now.plus(PersonPolicies.ONE_TIME_SECRETS_LAST).truncatedTo(ChronoUnit.MILLIS),
                shownTo);
        revokeAll();
        apply(wanted);
        return wanted;
    }

    @CommandHandler
    CredentialProposed handle(ProposeCredential command, Clock clock) {
        Instant now = clock.instant();
        CredentialProposed before = credentials.proposal(command.credential());
        if (before != null
                && before.kind() == command.kind()
                && before.proposedBy().equals(command.proposedBy())
                && now.isBefore(before.lapsesAt())) {
            return before;
        }
        isOpen().and(() -> credentials.isNotRevoked(command.credential()))
                .and(() -> credentials.isNotInUse(command.credential()))
                .and(() -> credentials.hasRoomFor(
                        command.kind(), requireNonNull(creation).kind()))
                .and(() -> CredentialPolicies.isNoHeap(credentials.proposals(), now))
                .orElseRefuse();
        CredentialProposed wanted = new CredentialProposed(
                command.account(),
                command.credential(),
                command.kind(),
                command.proposedBy(),
                CredentialPolicies.lapsesAt(now));
        apply(wanted);
        return wanted;
    }

    @CommandHandler
    CredentialIssued handle(ConfirmCredential command, AccountRegistry accounts, Clock clock) {
        CredentialIssued before = credentials.inUse(command.credential());
        if (before != null) {
            return before;
        }
        Instant now = clock.instant();
        CredentialProposed proposal = credentials.proposal(command.credential());
        isOpen().and(() -> credentials.isNotRevoked(command.credential()))
                .and(() -> CredentialPolicies.isProposed(proposal, now))
                .and(() -> CredentialPolicies.areTwoPeople(
                        requireNonNull(proposal).proposedBy(),
                        command.confirmedBy(),
                        requireNonNull(proposal).lapsesAt(),
                        accounts))
                .and(() -> CredentialPolicies.isStillMeant(
                        accounts.rolesInForce(requireNonNull(proposal).proposedBy(), now)))
                .and(() -> credentials.hasRoomFor(
                        requireNonNull(proposal).kind(),
                        requireNonNull(creation).kind()))
                .orElseRefuse();
        if (requireNonNull(proposal).kind() == CredentialKind.ONE_TIME) {
            leavesAnAdministrator(accounts).orElseRefuse();
            return beginAnew(command.credential(), command.confirmedBy(), now);
        }
        CredentialIssued wanted = new CredentialIssued(command.account(), command.credential(), command.confirmedBy());
        apply(wanted);
        return wanted;
    }

    private boolean isInForce(Role role, Instant now) {
        RoleGranted grant = granted.get(role);
        return grant != null && grant.isInForce(now);
    }

    private Verdict staysOutOfReach(GrantRole command, AccountRegistry accounts, Instant now) {
        Set<AccountId> hands = credentials.shown();
        hands.addAll(accounts.handsOf(command.account()));
        return CredentialPolicies.staysOutOfReach(
                command.role(),
                command.account(),
                hands,
                command.grantedBy(),
                accounts.handsOf(command.grantedBy()),
                account -> accounts.rolesInForce(account, now));
    }

    private Verdict onePersonIsEnough(AccountId issuer, AccountRegistry accounts, Instant now) {
        return CredentialPolicies.onePersonIsEnough(
                issuer,
                accounts.rolesInForce(issuer, now),
                requireNonNull(creation).account(),
                granted.keySet(),
                credentials.shown(),
                credentials.number() > 0);
    }

    /** As far as this process knows of the others. */
    private Verdict leavesAnAdministrator(AccountRegistry accounts) {
        return AccountPolicies.leavesAnAdministrator(
                granted.get(Role.ADMIN),
                accounts.isAdministeredBeside(requireNonNull(creation).account()));
    }

    @CommandHandler
    CredentialRevoked handle(RevokeCredential command, AccountRegistry accounts) {
        CredentialRevoked wanted = new CredentialRevoked(command.account(), command.credential());
        if (!credentials.wasRevoked(command.credential())) {
            credentials
                    .wasIssuedOrProposed(command.credential())
                    .and(() -> credentials.isTheOnlyOne(command.credential())
                            ? leavesAnAdministrator(accounts)
                            : Verdict.allowed())
                    .orElseRefuse();
            apply(wanted);
        }
        return wanted;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CredentialIssued handle(AdmitTerminal command) {
        isOpen().and(() -> CredentialPolicies.opensNothingElse(granted.keySet()))
                .orElseRefuse();
        if (creation == null) {
            apply(new AccountCreated(command.account(), AccountKind.CLIENT));
        }
        if (!granted.containsKey(Role.POS_TERMINAL)) {
            apply(new RoleGranted(
                    command.account(), Role.POS_TERMINAL, List.of(command.node()), null, null, command.admittedBy()));
        }
        return credentials.first().orElseGet(() -> {
            CredentialIssued wanted =
                    new CredentialIssued(command.account(), command.credential(), command.admittedBy());
            apply(wanted);
            return wanted;
        });
    }

    @CommandHandler
    CredentialIssued handle(ReplaceTerminalCredential command) {
        CredentialIssued before = credentials.inUse(command.credential());
        if (before != null && credentials.number() == 1) {
            return before;
        }
        isOpen().and(() -> credentials.isNotRevoked(command.credential()))
                .and(() -> CredentialPolicies.opensNothingElse(granted.keySet()))
                .orElseRefuse();
        revokeAll();
        CredentialIssued wanted = new CredentialIssued(command.account(), command.credential(), command.replacedBy());
        apply(wanted);
        return wanted;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CredentialIssued handle(ReplaceAdministratorCredential command, AccountRegistry accounts, Clock clock) {
        boolean administers = isInForce(Role.ADMIN, clock.instant());
        boolean nobodyElse = !accounts.isAdministeredBeside(command.account());
        isOpen().and(() -> AccountPolicies.isAdministrator(administers, nobodyElse))
                .orElseRefuse();
        if (creation == null) {
            apply(new AccountCreated(command.account(), AppointAdministrator.KIND));
        }
        if (!administers) {
            apply(new RoleGranted(command.account(), Role.ADMIN, List.of(), null, null, command.account()));
        }
        revokeAll();
        secondFactor.loseWithTheSecrets();
        CredentialIssued wanted = new CredentialIssued(command.account(), command.credential(), command.account());
        apply(wanted);
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
        credentials
                .ids()
                .forEach(credential ->
                        apply(new CredentialRevoked(requireNonNull(creation).account(), credential)));
    }

    @CommandHandler
    AccountClosed handle(CloseAccount command, AccountRegistry accounts) {
        AccountClosed wanted = new AccountClosed(command.account());
        if (!closed) {
            leavesAnAdministrator(accounts).orElseRefuse();
            apply(wanted);
        }
        return wanted;
    }

    private Verdict isOpen() {
        return AccountPolicies.isOpen(closed);
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
    void on(CredentialProposed event) {
        credentials.on(event);
    }

    @EventSourcingHandler
    void on(CredentialIssued event) {
        credentials.on(event);
    }

    @EventSourcingHandler
    void on(CredentialRevoked event) {
        credentials.on(event);
    }

    @EventSourcingHandler
    void on(AccountClosed event) {
        closed = true;
    }
}
