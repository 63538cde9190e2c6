package com.hotpotspot.query.account;

import static java.util.stream.Collectors.joining;

import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.projection.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** What one batch of events changes, summed up so that each table is written once. */
final class AccountChanges {

    private final List<Fact<AccountCreated>> created = new ArrayList<>();
    private final List<Fact<AccountClosed>> closed = new ArrayList<>();

    /** What each role of an account came to; empty for one that was taken away. */
    private final Map<HeldRole, Optional<Fact<RoleGranted>>> roles = new LinkedHashMap<>();

    private final Map<HeldCredential, CredentialChange> credentials = new LinkedHashMap<>();

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

    void proposed(CredentialProposed event, Recorded recorded) {
        CredentialChange change = of(event.account(), event.credential(), CredentialState.PROPOSED, recorded);
        change.proposedBy = event.proposedBy();
        change.lapsesAt = event.lapsesAt().toEpochMilli();
    }

    void issued(CredentialIssued event, Recorded recorded) {
        of(event.account(), event.credential(), CredentialState.ISSUED, recorded).shownTo = event.shownTo();
    }

    void revoked(CredentialRevoked event, Recorded recorded) {
        of(event.account(), event.credential(), CredentialState.REVOKED, recorded);
    }

    private CredentialChange of(AccountId account, CredentialId credential, CredentialState state, Recorded recorded) {
        CredentialChange change = credentials.computeIfAbsent(
                new HeldCredential(account, credential), id -> new CredentialChange(recorded));
        change.state = state;
        change.recorded = recorded;
        return change;
    }

    void writeTo(JdbcOperations jdbc) {
        Rows.of(created)
                .text(fact -> fact.event().account())
                .text(fact -> fact.event().kind())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .write(jdbc, """
                        insert into account (account, kind, created, created_at)
                        select * from unnest(?, ?, ?, ?)
                        on conflict (account) do nothing
                        """);
        Rows.of(closed)
                .text(fact -> fact.event().account())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .write(jdbc, """
                        update account a set closed = c.closed, closed_at = c.closed_at
                        from unnest(?, ?, ?) as c (account, closed, closed_at)
                        where a.account = c.account
                        """);
        writeRoles(jdbc);
        writeCredentials(jdbc);
    }

    private void writeRoles(JdbcOperations jdbc) {
        Rows.of(roles.entrySet().stream()
                        .filter(role -> role.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList())
                .text(HeldRole::account)
                .text(HeldRole::role)
                .write(jdbc, """
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
                .write(jdbc, """
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

    private void writeCredentials(JdbcOperations jdbc) {
        Rows.of(credentials.entrySet())
                .text(entry -> entry.getKey().account())
                .text(entry -> entry.getKey().credential())
                .text(entry -> entry.getValue().state)
                .text(entry -> entry.getValue().proposedBy)
                .bigint(entry -> entry.getValue().lapsesAt)
                .text(entry -> entry.getValue().shownTo)
                .bigint(entry -> entry.getValue().recorded.position())
                .bigint(entry -> entry.getValue().recorded.recordedAt().toEpochMilli())
                .write(jdbc, """
                        insert into credential as c (
                            account, credential, state, proposed_by, lapses_at, shown_to, since, since_at)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (account, credential) do update
                        set state       = excluded.state,
                            proposed_by = coalesce(excluded.proposed_by, c.proposed_by),
                            lapses_at   = coalesce(excluded.lapses_at, c.lapses_at),
                            shown_to    = coalesce(excluded.shown_to, c.shown_to),
                            since       = excluded.since,
                            since_at    = excluded.since_at
                        """);
    }

    private record HeldRole(AccountId account, Role role) {}

    private record HeldCredential(AccountId account, CredentialId credential) {}

    private record Fact<E>(E event, Recorded recorded) {

        long position() {
            return recorded.position();
        }

        long at() {
            return recorded.recordedAt().toEpochMilli();
        }
    }

    private static final class CredentialChange {

        CredentialState state = CredentialState.PROPOSED;
        Recorded recorded;

        @Nullable
        AccountId proposedBy;

        @Nullable
        Long lapsesAt;

        @Nullable
        AccountId shownTo;

        CredentialChange(Recorded recorded) {
            this.recorded = recorded;
        }
    }
}
