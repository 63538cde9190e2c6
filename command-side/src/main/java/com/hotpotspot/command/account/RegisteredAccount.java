package com.hotpotspot.command.account;

import com.hotpotspot.access.Grant;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.SignInName;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account that was not closed.
 *
 * @param roles what it was granted last, for each role it was not revoked; perhaps at an end by now
 * @param issued what was issued to it and not revoked
 * @param signInName what its person types; null if it was given none
 * @param secondFactor what somebody needs besides to sign in on the pages; null if nothing
 */
public record RegisteredAccount(
        AccountId id,
        AccountKind kind,
        Map<Role, RoleGranted> roles,
        Map<CredentialId, CredentialIssued> issued,
        @Nullable SignInName signInName,
        @Nullable CredentialId secondFactor) {

    public RegisteredAccount {
        roles = Map.copyOf(roles);
        issued = Map.copyOf(issued);
    }

    static RegisteredAccount of(AccountCreated created) {
        return new RegisteredAccount(created.account(), created.kind(), Map.of(), Map.of(), null, null);
    }

    /** What it can sign in with, again and again. */
    public Set<CredentialId> credentials() {
        return issued.values().stream()
                .filter(CredentialIssued::lasts)
                .map(CredentialIssued::credential)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What of some kinds is good at an instant. */
    public Set<CredentialId> credentials(Set<CredentialKind> kinds, Instant now) {
        return issued.values().stream()
                .filter(credential -> kinds.contains(credential.kind()) && credential.isGoodAt(now))
                .map(CredentialIssued::credential)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<CredentialIssued> issuedAs(CredentialId credential) {
        return Optional.ofNullable(issued.get(credential));
    }

    /** What its person reads on pages about it. */
    public String shownName() {
        return signInName == null ? id.value() : signInName.value();
    }

    /** What its person may type to say who they are. */
    public Set<String> names() {
        return signInName == null ? Set.of(id.value()) : Set.of(id.value(), signInName.value());
    }

    /** Whether somebody proves with this who they are. */
    boolean signsInWith(CredentialId credential) {
        CredentialIssued known = issued.get(credential);
        return known != null && known.lasts();
    }

    /** Whether it administers without an end and can sign in. */
    boolean administers() {
        RoleGranted admin = roles.get(Role.ADMIN);
        return admin != null && admin.until() == null && !credentials().isEmpty();
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
        return new RegisteredAccount(id, kind, changed, issued, signInName, secondFactor);
    }

    RegisteredAccount with(CredentialIssued credential) {
        Map<CredentialId, CredentialIssued> changed = new HashMap<>(issued);
        changed.put(credential.credential(), credential);
        return new RegisteredAccount(id, kind, roles, changed, signInName, secondFactor);
    }

    RegisteredAccount without(CredentialId credential) {
        Map<CredentialId, CredentialIssued> changed = new HashMap<>(issued);
        changed.remove(credential);
        return new RegisteredAccount(id, kind, roles, changed, signInName, secondFactor);
    }

    RegisteredAccount with(SignInName name) {
        return new RegisteredAccount(id, kind, roles, issued, name, secondFactor);
    }

    RegisteredAccount withSecondFactor(@Nullable CredentialId changed) {
        return new RegisteredAccount(id, kind, roles, issued, signInName, changed);
    }
}
