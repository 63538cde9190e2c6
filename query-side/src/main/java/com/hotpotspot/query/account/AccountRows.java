package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.Role;
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
                until == null || now.isBefore(until),
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
        return new AccountReport.NamedCredential(
                new CredentialId(row.getString("credential")),
                lapsesAt != null && !now.isBefore(lapsesAt) ? CredentialState.LAPSED : recorded,
                account(row, "proposed_by"),
                lapsesAt,
                account(row, "shown_to"),
                row.getLong("since"),
                Instant.ofEpochMilli(row.getLong("since_at")));
    }

    private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        String account = row.getString(column);
        return account == null ? null : new AccountId(account);
    }
}
