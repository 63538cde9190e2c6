package com.hotpotspot.query.trade;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A void or a refund, and whose doing it was. */
public record Reversal(
        @Schema(description = "The position of the event that tells of it.", example = "4711")
        long position,

        @Schema(
                description = "VOID for a whole sale within its void window, REFUND for money given back later.",
                example = "VOID")
        ReversalKind kind,

        NodeId nodeId,
        SaleId saleId,

        @Schema(
                description = "The business day on which it counts: a void on that of its sale, a refund on its own.",
                example = "2026-11-28")
        LocalDate day,

        @Schema(description = "When it was recorded.", example = "2026-11-28T09:12:05Z")
        Instant at,

        @Schema(description = "What it came to, in tetri (1 GEL = 100 tetri).", example = "1850")
        long amountTetri,

        TerminalId terminalId,

        @Schema(
                description =
                        "Why: ENTERED_BY_MISTAKE, PAYMENT_FAILED, ORDER_CANCELLED or NOT_SERVED of a void; QUALITY,"
                                + " WRONG_ITEM, OVERCHARGED or GOODWILL of a refund.",
                example = "PAYMENT_FAILED")
        String reason,

        @Schema(
                description = "The account whose doing it was; null where the event does not say.",
                example = "till-4-vake-till-1")
        @Nullable
        AccountId account,

        @Schema(description = "The account that approved of a void; null where none had to.", example = "owner-7")
        @Nullable
        AccountId approvedBy) {

    static Reversal of(ResultSet row) throws SQLException {
        return new Reversal(
                row.getLong("position"),
                ReversalKind.valueOf(row.getString("kind")),
                new NodeId(row.getString("node")),
                new SaleId(row.getString("sale")),
                row.getObject("day", LocalDate.class),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("amount_tetri"),
                new TerminalId(row.getString("terminal")),
                row.getString("reason"),
                account(row.getString("account")),
                account(row.getString("approved_by")));
    }

    private static @Nullable AccountId account(@Nullable String id) {
        return id == null ? null : new AccountId(id);
    }
}
