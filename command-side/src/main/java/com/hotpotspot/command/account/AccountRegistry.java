package com.hotpotspot.command.account;

import com.hotpotspot.access.Identity;
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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Who may do what, at an instant. Accounts that were closed are forgotten. */
@Component
public class AccountRegistry implements Registry {

    private final Map<AccountId, RegisteredAccount> accounts = new ConcurrentHashMap<>();
    private volatile boolean administrated;

    public Optional<RegisteredAccount> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** Who somebody is and what they may act as at an instant; empty if there is no such account, or no longer. */
    public Optional<Identity> identify(AccountId id, Instant now) {
        return find(id).map(account -> Identity.of(id, account.inForce(now)));
    }

    /**
     * Who somebody is who proved it with a credential; empty if that is no longer one of the account's, or there is no
     * such account.
     */
    public Optional<Identity> identify(AccountId id, CredentialId credential, Instant now) {
        return find(id).filter(account -> account.credentials().contains(credential))
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
        return find(id).map(RegisteredAccount::hands).orElse(Set.of(id));
    }

    /** Whether neither of two accounts may be acting where the other acts. */
    public boolean areStrangers(AccountId one, AccountId other) {
        return !handsOf(one).contains(other) && !handsOf(other).contains(one);
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

    @Override
    public void on(Event event) {
        if (event instanceof AccountEvent happened) {
            onAccount(happened);
        }
    }

    private void onAccount(AccountEvent event) {
        switch (event) {
            case AccountCreated created ->
                accounts.put(
                        created.account(),
                        new RegisteredAccount(created.account(), created.kind(), Map.of(), Map.of()));
            case RoleGranted granted -> {
                administrated |= granted.role() == Role.ADMIN;
                change(granted, account -> account.with(granted));
            }
            case RoleRevoked revoked -> change(revoked, account -> account.without(revoked.role()));
            case CredentialProposed proposed -> {}
            case CredentialIssued issued -> {
                AccountId shownTo = issued.shownTo();
                Set<AccountId> seenBy = shownTo == null ? Set.of() : handsOf(shownTo);
                change(issued, account -> account.with(issued.credential(), seenBy));
            }
            case CredentialRevoked revoked -> change(revoked, account -> account.without(revoked.credential()));
            case AccountClosed closed -> accounts.remove(closed.account());
        }
    }

    private void change(AccountEvent event, UnaryOperator<RegisteredAccount> change) {
        accounts.computeIfPresent(event.account(), (id, account) -> change.apply(account));
    }
}
