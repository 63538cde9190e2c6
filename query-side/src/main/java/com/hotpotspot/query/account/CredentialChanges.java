package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one batch of events changes about credentials. */
final class CredentialChanges {

    private final Map<HeldCredential, Change> credentials = new LinkedHashMap<>();

    void proposed(CredentialProposed event, Recorded recorded) {
        Change change = of(event.account(), event.credential(), CredentialState.PROPOSED, recorded);
        change.kind = event.kind();
        change.proposedBy = event.proposedBy();
        change.lapsesAt = event.lapsesAt().toEpochMilli();
    }

    void issued(CredentialIssued event, Recorded recorded) {
        Change change = of(event.account(), event.credential(), CredentialState.ISSUED, recorded);
        Instant until = event.until();
        change.kind = event.kind();
        change.until = until == null ? null : until.toEpochMilli();
        change.shownTo = event.shownTo();
    }

    void revoked(CredentialRevoked event, Recorded recorded) {
        of(event.account(), event.credential(), CredentialState.REVOKED, recorded);
    }

    private Change of(AccountId account, CredentialId credential, CredentialState state, Recorded recorded) {
        Change change =
                credentials.computeIfAbsent(new HeldCredential(account, credential), id -> new Change(recorded));
        change.state = state;
        change.recorded = recorded;
        return change;
    }

    void writeTo(Writes writes) {
        Rows.of(credentials.entrySet())
                .text(entry -> entry.getKey().account())
                .text(entry -> entry.getKey().credential())
                .text(entry -> entry.getValue().state)
                .text(entry -> entry.getValue().kind)
                .bigint(entry -> entry.getValue().until)
                .text(entry -> entry.getValue().proposedBy)
                .bigint(entry -> entry.getValue().lapsesAt)
                .text(entry -> entry.getValue().shownTo)
                .bigint(entry -> entry.getValue().recorded.position())
                .bigint(entry -> entry.getValue().recorded.millis())
                .write(writes, """
                        insert into credential as c (
                            account, credential, state, kind, until, proposed_by, lapses_at, shown_to, since, since_at)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (account, credential) do update
                        set state       = excluded.state,
                            kind        = coalesce(excluded.kind, c.kind),
                            until       = coalesce(excluded.until, c.until),
                            proposed_by = coalesce(excluded.proposed_by, c.proposed_by),
                            lapses_at   = coalesce(excluded.lapses_at, c.lapses_at),
                            shown_to    = coalesce(excluded.shown_to, c.shown_to),
                            since       = excluded.since,
                            since_at    = excluded.since_at
                        """);
    }

    private record HeldCredential(AccountId account, CredentialId credential) {}

    private static final class Change {

        CredentialState state = CredentialState.PROPOSED;
        Recorded recorded;

        @Nullable
        CredentialKind kind;

        @Nullable
        Long until;

        @Nullable
        AccountId proposedBy;

        @Nullable
        Long lapsesAt;

        @Nullable
        AccountId shownTo;

        Change(Recorded recorded) {
            this.recorded = recorded;
        }
    }
}
