package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.query.projection.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of accounts' roles and credentials, as they are told. */
final class AccountRows {

    private AccountRows() {}

    static AccountReport.HeldRole role(ResultSet row, Instant now) throws SQLException {
        Instant until = Columns.time(row, "until");
        String holder = row.getString("holder");
        return new AccountReport.HeldRole(
                Role.valueOf(row.getString("role")),
                nodes(row.getString("nodes")),
                holder == null ? null : new HolderId(holder),
                until,
                !isOver(until, now),
                new AccountId(row.getString("granted_by")),
                row.getLong("granted"),
                Instant.ofEpochMilli(row.getLong("granted_at")));
    }

    private static List<NodeId> nodes(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",")).map(NodeId::new).toList();
    }

    static AccountReport.NamedCredential credential(ResultSet row, Instant now) throws SQLException {
        CredentialState recorded = CredentialState.valueOf(row.getString("state"));
        Instant lapsesAt = recorded == CredentialState.PROPOSED ? Columns.time(row, "lapses_at") : null;
        Instant until = recorded == CredentialState.ISSUED ? Columns.time(row, "until") : null;
        return new AccountReport.NamedCredential(
                new CredentialId(row.getString("credential")),
                isOver(lapsesAt, now) || isOver(until, now) ? CredentialState.LAPSED : recorded,
                CredentialKind.valueOf(row.getString("kind")),
                until,
                account(row, "proposed_by"),
                lapsesAt,
                account(row, "shown_to"),
                row.getLong("since"),
                Instant.ofEpochMilli(row.getLong("since_at")));
    }

    private static boolean isOver(@Nullable Instant end, Instant now) {
        return end != null && !now.isBefore(end);
    }

    static @Nullable SignInName name(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return name == null ? null : new SignInName(name);
    }

    static AccountReport.@Nullable HeldSecondFactor secondFactor(ResultSet row, Instant now) throws SQLException {
        Instant since = Columns.time(row, "second_factor_at");
        return since == null
                ? null
                : new AccountReport.HeldSecondFactor(row.getLong("second_factor"), since, removal(row, now));
    }

    private static AccountReport.@Nullable ProposedRemoval removal(ResultSet row, Instant now) throws SQLException {
        AccountId proposedBy = account(row, "removal_proposed_by");
        Instant lapsesAt = Columns.time(row, "removal_lapses_at");
        return proposedBy == null || lapsesAt == null || isOver(lapsesAt, now)
                ? null
                : new AccountReport.ProposedRemoval(
                        proposedBy, SecondFactorReason.valueOf(row.getString("removal_reason")), lapsesAt);
    }

    private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        String account = row.getString(column);
        return account == null ? null : new AccountId(account);
    }
}
