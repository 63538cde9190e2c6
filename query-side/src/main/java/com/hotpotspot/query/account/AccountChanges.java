package com.hotpotspot.query.account;

import static java.util.stream.Collectors.joining;

import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.projection.Fact;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one batch of events changes, summed up so that each table is written once. */
final class AccountChanges {

    private final List<Fact<AccountCreated>> created = new ArrayList<>();
    private final List<Fact<AccountClosed>> closed = new ArrayList<>();

    /** What each role of an account came to; empty for one that was taken away. */
    private final Map<HeldRole, Optional<Fact<RoleGranted>>> roles = new LinkedHashMap<>();

    private final CredentialChanges credentials = new CredentialChanges();
    private final PersonChanges people = new PersonChanges();

    void created(AccountCreated event, Recorded recorded) {
        created.add(new Fact<>(event, recorded));
    }

    void closed(AccountClosed event, Recorded recorded) {
        closed.add(new Fact<>(event, recorded));
    }

    void granted(RoleGranted event, Recorded recorded) {
        roles.put(new HeldRole(event.account(), event.role()), Optional.of(new Fact<>(event, recorded)));
    }

    void revoked(RoleRevoked event) {
        roles.put(new HeldRole(event.account(), event.role()), Optional.empty());
    }

    CredentialChanges credentials() {
        return credentials;
    }

    PersonChanges people() {
        return people;
    }

    void writeTo(Writes writes) {
        Rows.of(created)
                .text(fact -> fact.event().account())
                .text(fact -> fact.event().kind())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .write(writes, """
                        insert into account (account, kind, created, created_at)
                        select * from unnest(?, ?, ?, ?)
                        on conflict (account) do nothing
                        """);
        Rows.of(closed)
                .text(fact -> fact.event().account())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .write(writes, """
                        update account a set closed = c.closed, closed_at = c.closed_at
                        from unnest(?, ?, ?) as c (account, closed, closed_at)
                        where a.account = c.account
                        """);
        people.writeTo(writes);
        writeRoles(writes);
        credentials.writeTo(writes);
    }

    private void writeRoles(Writes writes) {
        Rows.of(roles.entrySet().stream()
                        .filter(role -> role.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList())
                .text(HeldRole::account)
                .text(HeldRole::role)
                .write(writes, """
                        delete from granted_role r
                        using unnest(?, ?) as c (account, role)
                        where r.account = c.account and r.role = c.role
                        """);
        Rows.of(roles.values().stream().flatMap(Optional::stream).toList())
                .text(fact -> fact.event().account())
                .text(fact -> fact.event().role())
                .text(fact -> fact.event().nodes().stream().map(NodeId::value).collect(joining(",")))
                .text(fact -> fact.event().holder())
                .bigint(fact -> millis(fact.event()))
                .text(fact -> fact.event().grantedBy())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .write(writes, """
                        insert into granted_role (
                            account, role, nodes, holder, until, granted_by, granted, granted_at)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (account, role) do update
                        set nodes = excluded.nodes, holder = excluded.holder, until = excluded.until,
                            granted_by = excluded.granted_by, granted = excluded.granted,
                            granted_at = excluded.granted_at
                        """);
    }

    private static @Nullable Long millis(RoleGranted granted) {
        return granted.until() == null ? null : granted.until().toEpochMilli();
    }

    private record HeldRole(AccountId account, Role role) {}
}
