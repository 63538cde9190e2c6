package com.hotpotspot.command.account;

import static java.util.Comparator.comparing;
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
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<CredentialId, CredentialIssued> inUse = new HashMap<>();
    private final Map<CredentialId, CredentialProposed> proposed = new HashMap<>();
    private final Set<CredentialId> revoked = new HashSet<>();
    private boolean closed;

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
        if (creation == null) {
            apply(wanted);
        } else {
            isOpen().and(() -> mayBeRepeatedAs(wanted)).orElseRefuse();
        }
        return wanted;
    }

    @CommandHandler
    RoleGranted handle(GrantRole command, AccountRegistry accounts, Clock clock) {
        Instant now = clock.instant();
        Set<Role> rolesOfGranter = accounts.rolesInForce(command.grantedBy(), now);
        isOpen().and(() -> AccountPolicies.mayGrant(command, rolesOfGranter, now))
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
        CredentialIssued before = inUse.get(command.credential());
        if (before != null) {
            return before;
        }
        Instant now = clock.instant();
        isOpen().and(() -> isNotRevoked(command.credential()))
                .and(() -> isNotProposed(command.credential()))
                .and(() -> onePersonIsEnough(command.issuedBy(), accounts, now))
                .and(() -> AccountPolicies.hasRoomForACredential(inUse.size()))
                .orElseRefuse();
        CredentialIssued wanted = new CredentialIssued(command.account(), command.credential(), command.issuedBy());
        apply(wanted);
        return wanted;
    }

    @CommandHandler
    CredentialProposed handle(ProposeCredential command, Clock clock) {
        Instant now = clock.instant();
        CredentialProposed before = proposed.get(command.credential());
        if (before != null && before.proposedBy().equals(command.proposedBy()) && now.isBefore(before.lapsesAt())) {
            return before;
        }
        isOpen().and(() -> isNotRevoked(command.credential()))
                .and(() -> isNotInUse(command.credential()))
                .and(() -> AccountPolicies.hasRoomForACredential(inUse.size()))
                .and(() -> CredentialPolicies.isNoHeap(proposed.values(), now))
                .orElseRefuse();
        CredentialProposed wanted = new CredentialProposed(
                command.account(),
                command.credential(),
                command.proposedBy(),
                now.plus(CredentialPolicies.PROPOSALS_LAST).truncatedTo(ChronoUnit.MILLIS));
        apply(wanted);
        return wanted;
    }

    @CommandHandler
    CredentialIssued handle(ConfirmCredential command, AccountRegistry accounts, Clock clock) {
        CredentialIssued before = inUse.get(command.credential());
        if (before != null) {
            return before;
        }
        Instant now = clock.instant();
        CredentialProposed proposal = proposed.get(command.credential());
        isOpen().and(() -> isNotRevoked(command.credential()))
                .and(() -> CredentialPolicies.isProposed(proposal, now))
                .and(() -> areTwoPeople(requireNonNull(proposal), command, accounts))
                .and(() -> CredentialPolicies.isStillMeant(
                        accounts.rolesInForce(requireNonNull(proposal).proposedBy(), now)))
                .and(() -> AccountPolicies.hasRoomForACredential(inUse.size()))
                .orElseRefuse();
        CredentialIssued wanted = new CredentialIssued(command.account(), command.credential(), command.confirmedBy());
        apply(wanted);
        return wanted;
    }

    /** From the proposal on, so that nobody becomes two by getting rid of what they proposed it with. */
    private static Verdict areTwoPeople(
            CredentialProposed proposal, ConfirmCredential confirmation, AccountRegistry accounts) {
        Instant since = CredentialPolicies.proposedAt(proposal);
        return CredentialPolicies.areTwoPeople(
                accounts.handsOf(proposal.proposedBy(), since), accounts.handsOf(confirmation.confirmedBy(), since));
    }

    private boolean isInForce(Role role, Instant now) {
        RoleGranted grant = granted.get(role);
        return grant != null && grant.isInForce(now);
    }

    private Verdict staysOutOfReach(GrantRole command, AccountRegistry accounts, Instant now) {
        Set<AccountId> hands = shown();
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
                shown(),
                !inUse.isEmpty());
    }

    /** Whoever was shown a secret that is in use. */
    private Set<AccountId> shown() {
        Set<AccountId> shown = new HashSet<>();
        inUse.values().stream()
                .map(CredentialIssued::shownTo)
                .filter(Objects::nonNull)
                .forEach(shown::add);
        return shown;
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
        if (!revoked.contains(command.credential())) {
            wasIssuedOrProposed(command.credential())
                    .and(() -> Set.of(command.credential()).equals(inUse.keySet())
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
        return inUse.values().stream()
                .min(comparing(known -> known.credential().value()))
                .orElseGet(() -> {
                    CredentialIssued wanted =
                            new CredentialIssued(command.account(), command.credential(), command.admittedBy());
                    apply(wanted);
                    return wanted;
                });
    }

    @CommandHandler
    CredentialIssued handle(ReplaceTerminalCredential command) {
        CredentialIssued before = inUse.get(command.credential());
        if (before != null && inUse.size() == 1) {
            return before;
        }
        isOpen().and(() -> isNotRevoked(command.credential()))
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
        List.copyOf(inUse.keySet())
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
        return closed
                ? Verdict.refused(AccountCode.ACCOUNT_CLOSED, "The account was closed for good.")
                : Verdict.allowed();
    }

    private Verdict mayBeRepeatedAs(AccountCreated wanted) {
        return wanted.equals(creation)
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.ACCOUNT_ALREADY_CREATED,
                        "There is an account %s of another kind.".formatted(wanted.account()));
    }

    private Verdict isNotRevoked(CredentialId credential) {
        return revoked.contains(credential)
                ? Verdict.refused(
                        AccountCode.CREDENTIAL_REVOKED,
                        "Credential %s was revoked and cannot be issued again.".formatted(credential))
                : Verdict.allowed();
    }

    private Verdict isNotInUse(CredentialId credential) {
        return inUse.containsKey(credential)
                ? Verdict.refused(
                        AccountCode.CREDENTIAL_TAKEN, "Credential %s was issued before.".formatted(credential))
                : Verdict.allowed();
    }

    /** One that waits for a second person is not for anybody alone. */
    private Verdict isNotProposed(CredentialId credential) {
        return proposed.containsKey(credential)
                ? Verdict.refused(
                        AccountCode.CREDENTIAL_TAKEN,
                        "Credential %s is proposed, and waits for another person.".formatted(credential))
                : Verdict.allowed();
    }

    private Verdict wasIssuedOrProposed(CredentialId credential) {
        return inUse.containsKey(credential) || proposed.containsKey(credential)
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.CREDENTIAL_UNKNOWN, "The account has no credential %s.".formatted(credential));
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
        proposed.put(event.credential(), event);
    }

    @EventSourcingHandler
    void on(CredentialIssued event) {
        inUse.put(event.credential(), event);
        proposed.remove(event.credential());
    }

    @EventSourcingHandler
    void on(CredentialRevoked event) {
        inUse.remove(event.credential());
        proposed.remove(event.credential());
        revoked.add(event.credential());
    }

    @EventSourcingHandler
    void on(AccountClosed event) {
        closed = true;
    }
}
