package com.hotpotspot.query.wallet;

import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletLabel;
import com.hotpotspot.query.projection.Columns;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One wallet: whose it is, what it holds and how it stands. */
public record WalletReport(
        WalletId walletId,

        @Schema(
                description =
                        "MASTER for the founder's, FRANCHISE for those of other owners of nodes, CUSTOMER, CHARITY, or"
                                + " RESERVE for what nobody claimed.",
                example = "CUSTOMER")
        WalletKind kind,

        @Schema(description = "What it holds, in units (1 token = 100 units).", example = "15288")
        long units,

        @Schema(
                description = "Whoever it belongs to, by an id that does not say who that is; null for the reserve.",
                example = "c-1041")
        @Nullable
        HolderId holderId,

        @Schema(description = "What an organisation calls it; null for others.", example = "Shelter") @Nullable
        WalletLabel label,

        @Schema(description = "The position of the first event that named it.", example = "4711")
        long opened,

        @Schema(description = "When that was recorded, in UTC.", example = "2026-11-28T09:12:05.123Z")
        Instant openedAt,

        @Schema(description = "Whether it is suspended.", example = "false")
        boolean suspended,

        @Schema(
                description = "The position since which it is suspended, or no longer is; null if it never was.",
                example = "4715")
        @Nullable
        Long since,

        @Schema(
                description = "When that was recorded, in UTC; null if it never was.",
                example = "2026-11-30T09:12:05.123Z")
        @Nullable
        Instant sinceAt) {

    static WalletReport of(ResultSet row) throws SQLException {
        String holder = row.getString("holder");
        String label = row.getString("label");
        return new WalletReport(
                new WalletId(row.getString("wallet")),
                WalletKind.valueOf(row.getString("kind")),
                row.getLong("units"),
                holder == null ? null : new HolderId(holder),
                label == null ? null : new WalletLabel(label),
                row.getLong("opened"),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                row.getBoolean("suspended"),
                row.getObject("state_since", Long.class),
                Columns.time(row, "state_since_at"));
    }
}
