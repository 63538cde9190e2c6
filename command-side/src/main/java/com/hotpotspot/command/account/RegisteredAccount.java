package com.hotpotspot.command.account;

import com.hotpotspot.access.Grant;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account that was not closed.
 *
 * @param roles what it was granted last, for each role it was not revoked; perhaps at an end by now
 * @param credentials what it can sign in with
 */
public record RegisteredAccount(
        AccountId id, AccountKind kind, Map<Role, RoleGranted> roles, Set<CredentialId> credentials) {

    public RegisteredAccount {
        roles = Map.copyOf(roles);
        credentials = Set.copyOf(credentials);
    }

    /** Whether it administers without an end and can sign in. */
    boolean administers() {
        RoleGranted admin = roles.get(Role.ADMIN);
        return admin != null && admin.until() == null && !credentials.isEmpty();
    }

    /** All that the account was granted and that is in force. */
    List<Grant> inForce(Instant now) {
        return roles.values().stream()
                .filter(grant -> grant.isInForce(now))
                .map(Grant::of)
                .toList();
    }

    RegisteredAccount with(RoleGranted grant) {
        return withRole(grant.role(), grant);
    }

    RegisteredAccount without(Role role) {
        return withRole(role, null);
    }

    private RegisteredAccount withRole(Role role, @Nullable RoleGranted grant) {
        Map<Role, RoleGranted> changed = new EnumMap<>(Role.class);
        changed.putAll(roles);
        if (grant == null) {
            changed.remove(role);
        } else {
            changed.put(role, grant);
        }
        return new RegisteredAccount(id, kind, changed, credentials);
    }

    RegisteredAccount with(CredentialId credential) {
        Set<CredentialId> changed = new HashSet<>(credentials);
        changed.add(credential);
        return new RegisteredAccount(id, kind, roles, changed);
    }

    RegisteredAccount without(CredentialId credential) {
        Set<CredentialId> changed = new HashSet<>(credentials);
        changed.remove(credential);
        return new RegisteredAccount(id, kind, roles, changed);
    }
}
