package com.hotpotspot.query.access;

import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.SignInName;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the log says of an account that is not closed.
 *
 * @param roles what it was granted last, for each role that was not taken away; perhaps at an end by now
 * @param name what a person types to sign in, if they were given one
 * @param credentials what it can sign in with
 */
record KnownAccount(
        AccountId id, Optional<SignInName> name, Map<Role, RoleGranted> roles, Set<CredentialId> credentials) {

    KnownAccount {
        roles = Map.copyOf(roles);
        credentials = Set.copyOf(credentials);
    }

    /** An account that can do nothing yet. */
    KnownAccount(AccountId id) {
        this(id, Optional.empty(), Map.of(), Set.of());
    }

    KnownAccount called(SignInName given) {
        return new KnownAccount(id, Optional.of(given), roles, credentials);
    }

    KnownAccount with(RoleGranted grant) {
        Map<Role, RoleGranted> changed = changeable();
        changed.put(grant.role(), grant);
        return new KnownAccount(id, name, changed, credentials);
    }

    KnownAccount without(Role role) {
        Map<Role, RoleGranted> changed = changeable();
        changed.remove(role);
        return new KnownAccount(id, name, changed, credentials);
    }

    KnownAccount with(CredentialId credential) {
        Set<CredentialId> changed = new HashSet<>(credentials);
        changed.add(credential);
        return new KnownAccount(id, name, roles, changed);
    }

    KnownAccount without(CredentialId credential) {
        Set<CredentialId> changed = new HashSet<>(credentials);
        changed.remove(credential);
        return new KnownAccount(id, name, roles, changed);
    }

    private Map<Role, RoleGranted> changeable() {
        Map<Role, RoleGranted> changed = new EnumMap<>(Role.class);
        changed.putAll(roles);
        return changed;
    }

    /** Who that is, with the roles that are in force at an instant. */
    Identity at(Instant now) {
        return Identity.of(id, inForce(now).map(Grant::of).toList());
    }

    /** When the first of the roles that are in force at an instant is at its end; empty if none has one. */
    Optional<Instant> firstEndAfter(Instant now) {
        return inForce(now)
                .flatMap(grant -> Optional.ofNullable(grant.until()).stream())
                .min(Instant::compareTo);
    }

    private Stream<RoleGranted> inForce(Instant now) {
        return roles.values().stream().filter(grant -> grant.isInForce(now));
    }
}
