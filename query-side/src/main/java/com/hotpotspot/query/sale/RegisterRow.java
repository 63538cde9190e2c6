package com.hotpotspot.query.sale;

import com.hotpotspot.query.sale.RegisteredSale.CheckStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a row of the register says. */
final class RegisterRow {

    private RegisterRow() {}

    /** The sale as it stood at a position. */
    static RegisteredSale sale(ResultSet row, long at) throws SQLException {
        return new RegisteredSale(
                row.getLong("position"),
                row.getString("sale"),
                row.getString("node"),
                row.getString("number"),
                Instant.ofEpochMilli(row.getLong("sold_at")),
                row.getObject("day", LocalDate.class),
                row.getLong("total_tetri"),
                bill(row),
                happenedBy(at, row, "mint_position") ? mint(row) : null,
                happenedBy(at, row, "check_position") ? row.getString("check_id") : null,
                checkStatus(at, row),
                happenedBy(at, row, "void_position"),
                row.getLong("refunded_tetri"));
    }

    private static @Nullable CheckStatus checkStatus(long at, ResultSet row) throws SQLException {
        if (!happenedBy(at, row, "check_position")) {
            return null;
        }
        if (happenedBy(at, row, "void_position")) {
            return CheckStatus.VOIDED;
        }
        if (happenedBy(at, row, "claim_position")) {
            return CheckStatus.CLAIMED;
        }
        return happenedBy(at, row, "expiry_position") ? CheckStatus.EXPIRED : CheckStatus.ISSUED;
    }

    private static boolean happenedBy(long at, ResultSet row, String positionColumn) throws SQLException {
        long position = row.getLong(positionColumn);
        return !row.wasNull() && position <= at;
    }

    private static RegisteredSale.Bill bill(ResultSet row) throws SQLException {
        long cash = row.getLong("cash_tetri");
        long card = row.getLong("card_tetri");
        long voucher = row.getLong("voucher_tetri");
        return new RegisteredSale.Bill(
                row.getLong("discount_tetri"),
                row.getObject("vat_tetri", Long.class),
                cash,
                card,
                voucher,
                row.getLong("total_tetri") - cash - card - voucher,
                row.getLong("tip_tetri"),
                row.getString("fiscal_number"));
    }

    private static RegisteredSale.Mint mint(ResultSet row) throws SQLException {
        return new RegisteredSale.Mint(
                row.getLong("policy_version"),
                row.getLong("minted_units"),
                row.getString("owner_wallet"),
                row.getLong("owner_units"),
                row.getString("buyer_wallet"),
                row.getLong("buyer_units"),
                row.getString("royalty_wallet"),
                row.getLong("royalty_units"));
    }
}
