package com.hotpotspot.command.account;

import com.hotpotspot.access.Identity;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.registry.Registry;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountEvent;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.events.account.SecondFactorRemoved;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Who may do what, at an instant. Of accounts that were closed it is known only who may have acted as them. */
@Component
public class AccountRegistry implements Registry {

    private final Map<AccountId, RegisteredAccount> accounts = new ConcurrentHashMap<>();
    private final Map<AccountId, Hands> hands = new ConcurrentHashMap<>();
    private final Map<SignInName, AccountId> names = new ConcurrentHashMap<>();
    private volatile boolean administrated;

    public Optional<RegisteredAccount> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** The account whose person signs in under a name now. */
    public Optional<RegisteredAccount> find(SignInName name) {
        return everCalled(name).flatMap(this::find).filter(account -> name.equals(account.signInName()));
    }

    /** Whose a name is or was: the first's who had it. */
    Optional<AccountId> everCalled(SignInName name) {
        return Optional.ofNullable(names.get(name));
    }

    /** Whether an account is called by its id what somebody else would be called by name. */
    boolean isAnId(SignInName name) {
        return accounts.keySet().stream().anyMatch(id -> id.value().equals(name.value()));
    }

    /** Who somebody is and what they may act as at an instant; empty if there is no such account, or no longer. */
    public Optional<Identity> identify(AccountId id, Instant now) {
        return find(id).map(account -> Identity.of(id, account.inForce(now)));
    }

    /** Whoever is on the way to be signed in, as the caller of what they do with their own account. */
    Caller signingIn(AccountCommand<?> command, Instant now) {
        return identify(command.account(), now).map(Caller::signingIn).orElseThrow(command::unknown);
    }

    /**
     * Who somebody is who proved it with a credential; empty if that is no longer one of the account's, or there is no
     * such account.
     */
    public Optional<Identity> identify(AccountId id, CredentialId credential, Instant now) {
        return find(id).filter(account -> account.signsInWith(credential))
                .map(account -> Identity.of(id, account.inForce(now)));
    }

    /** The roles of an account that are in force; none if there is no such account. */
    Set<Role> rolesInForce(AccountId id, Instant now) {
        return identify(id, now).map(who -> who.grants().keySet()).orElse(Set.of());
    }

    /**
     * Whoever may be acting where an account acts: itself, and whoever may have seen a secret of it that is in use. A
     * secret that somebody was shown may have been seen by whoever could act as them just then, so that an account
     * which renews its own secret is not out of the hands that it was in.
     */
    Set<AccountId> handsOf(AccountId id) {
        return hands(id).now();
    }

    /**
     * Whoever may have acted where an account acted, from an instant on: what somebody decided is not undone, nor
     * somebody else's, when the secret that they decided it with is gone.
     */
    Set<AccountId> handsOf(AccountId id, Instant since) {
        return hands(id).since(since);
    }

    private Hands hands(AccountId id) {
        return hands.getOrDefault(id, Hands.of(id));
    }

    /** Whether from an instant on neither of two accounts may have acted where the other acts. */
    public boolean areStrangers(AccountId one, AccountId other, Instant since) {
        return !handsOf(one, since).contains(other) && !handsOf(other, since).contains(one);
    }

    /** Whether somebody else administers, without an end, and can sign in. */
    boolean isAdministeredBeside(AccountId id) {
        return accounts.values().stream().anyMatch(account -> !account.id().equals(id) && account.administers());
    }

    /** Whether anybody was ever an administrator, be they one now or not. */
    public boolean hasAdministrator() {
        return administrated;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("account");
    }

    @Override
    public Set<Class<? extends Event>> features() {
        return Set.of(AccountEvent.class);
    }

    /** As if it had happened long ago. */
    @Override
    public void on(Event event) {
        on(event, Instant.EPOCH);
    }

    @Override
    public void on(Event event, Instant recordedAt) {
        if (event instanceof AccountEvent happened) {
            onAccount(happened, recordedAt);
        }
    }

    private void onAccount(AccountEvent event, Instant recordedAt) {
        switch (event) {
            case AccountCreated created -> accounts.put(created.account(), RegisteredAccount.of(created));
            case SignInNameGiven given -> {
                names.putIfAbsent(given.name(), given.account());
                change(given, account -> account.with(given.name()));
            }
            case RoleGranted granted -> {
                administrated |= granted.role() == Role.ADMIN;
                change(granted, account -> account.with(granted));
            }
            case RoleRevoked revoked -> change(revoked, account -> account.without(revoked.role()));
            case CredentialProposed proposed -> {}
            case SecondFactorEnrolled enrolled ->
                change(enrolled, account -> account.withSecondFactor(enrolled.secondFactor()));
            case SecondFactorRemovalProposed proposed -> {}
            case SecondFactorRemoved removed -> change(removed, account -> account.withSecondFactor(null));
            case CredentialIssued issued -> {
                AccountId shownTo = issued.shownTo();
                Set<AccountId> seenBy = shownTo == null ? Set.of() : handsOf(shownTo);
                change(issued, account -> account.with(issued));
                hands.put(issued.account(), hands(issued.account()).with(issued.credential(), seenBy));
            }
            case CredentialRevoked revoked -> {
                change(revoked, account -> account.without(revoked.credential()));
                hands.computeIfPresent(
                        revoked.account(), (id, before) -> before.without(revoked.credential(), recordedAt));
            }
            case AccountClosed closed -> {
                accounts.remove(closed.account());
                hands.computeIfPresent(closed.account(), (id, before) -> before.withoutAll(recordedAt));
            }
        }
    }

    private void change(AccountEvent event, UnaryOperator<RegisteredAccount> change) {
        accounts.computeIfPresent(event.account(), (id, account) -> change.apply(account));
    }
}
