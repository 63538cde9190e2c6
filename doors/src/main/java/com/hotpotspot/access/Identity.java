package com.hotpotspot.access;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.wallet.HolderId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who somebody is and what they may act as.
 *
 * @param grants by role, all of them in force
 */
public record Identity(AccountId account, Map<Role, Grant> grants) {

    /** The claim of a token that lists roles: strings, each {@code ROLE} or {@code ROLE:id of what it is about}. */
    public static final String CLAIM = "roles";

    /** The claim of a token that names the credential it was obtained with: of no use once that is revoked. */
    public static final String CREDENTIAL_CLAIM = "credential";

    /** The claim of a token that names the client which it was given to (RFC 9068, section 2.2). */
    public static final String CLIENT_CLAIM = "client_id";

    public Identity {
        grants = Map.copyOf(grants);
    }

    public static Identity of(AccountId account, Collection<Grant> grants) {
        Map<Role, Grant> byRole = new EnumMap<>(Role.class);
        grants.forEach(grant -> byRole.put(grant.role(), grant));
        return new Identity(account, byRole);
    }

    /**
     * What a token says. Names of roles that are not ours are somebody else's, and a role that lacks what it must be
     * about, or says too much, counts for nothing.
     */
    public static Identity ofClaims(AccountId account, Collection<String> claims) {
        Map<Role, Grant> grants = new EnumMap<>(Role.class);
        claims.stream()
                .flatMap(claim -> grant(claim).stream())
                .forEach(grant -> grants.merge(grant.role(), grant, Identity::both));
        return new Identity(account, grants);
    }

    /** What {@link #ofClaims} reads, sorted. */
    public List<String> claims() {
        return Stream.of(Role.values())
                .flatMap(role -> Optional.ofNullable(grants.get(role)).stream())
                .flatMap(grant -> grant.claims().stream())
                .toList();
    }

    /** The first of these roles that they hold. */
    public Optional<Grant> actingIn(List<Role> roles) {
        return roles.stream()
                .flatMap(role -> Optional.ofNullable(grants.get(role)).stream())
                .findFirst();
    }

    private static Optional<Grant> grant(String claim) {
        int colon = claim.indexOf(':');
        String name = colon < 0 ? claim : claim.substring(0, colon);
        Optional<String> about = colon < 0 ? Optional.empty() : Optional.of(claim.substring(colon + 1));
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .flatMap(role -> grant(role, about));
    }

    private static Optional<Grant> grant(Role role, Optional<String> about) {
        try {
            if (role.needsNodes()) {
                return about.map(id -> aboutNode(role, id));
            }
            if (role.needsHolder()) {
                return about.map(id -> new Grant(role, Set.of(), Optional.of(new HolderId(id))));
            }
        } catch (InvalidValue notAnId) {
            return Optional.empty();
        }
        return about.isPresent() ? Optional.empty() : Optional.of(Grant.unbounded(role));
    }

    /** @param id of a node, or of a node and a terminal of it with a slash between them */
    private static Grant aboutNode(Role role, String id) {
        int slash = role == Role.POS_TERMINAL ? id.indexOf('/') : -1;
        return slash < 0
                ? new Grant(role, Set.of(new NodeId(id)), Optional.empty())
                : new Grant(
                        role,
                        Set.of(new NodeId(id.substring(0, slash))),
                        Optional.empty(),
                        Optional.of(new TerminalId(id.substring(slash + 1))));
    }

    /** Nodes add up. Of two holders neither counts, nor of two terminals: nobody is two customers, or two tills. */
    private static Grant both(Grant one, Grant other) {
        if (one.terminal().isPresent() || other.terminal().isPresent()) {
            return one.equals(other) ? one : new Grant(one.role(), Set.of(), Optional.empty());
        }
        Set<NodeId> nodes = new HashSet<>(one.nodes());
        nodes.addAll(other.nodes());
        return new Grant(one.role(), nodes, one.holder().filter(holder -> other.reaches(holder)));
    }
}
