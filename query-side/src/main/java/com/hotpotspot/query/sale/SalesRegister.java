package com.hotpotspot.query.sale;

import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.ProjectionPositions;
import com.hotpotspot.query.sale.RegisteredSale.CheckStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the register as it stood at a position that it has reached. Rows only grow, so what is read is the same at any
 * later time, and many short reads one after another see what one long read would.
 */
@Component
final class SalesRegister {

    private static final String IN_PERIOD_AT =
            " from q_sales_v3.sale s where day between :from and :to and position <= :at ";

    private final JdbcClient jdbc;
    private final ProjectionPositions positions;
    private final ParkedEvents parkedEvents;

    SalesRegister(JdbcClient jdbc, ProjectionPositions positions, ParkedEvents parkedEvents) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.parkedEvents = parkedEvents;
    }

    /** How far the register has come. */
    long position() {
        return positions.of(SalesRegisterProjection.NAME);
    }

    /** How many events it could not take in, and is without. */
    long parked() {
        return parkedEvents.count(SalesRegisterProjection.NAME);
    }

    /** The business days of the sales recorded up to {@code position}, or null if there are none. */
    @Nullable
    Period daysAt(long position) {
        return jdbc.sql("select min(day) as first, max(day) as last from q_sales_v3.sale where position <= ?")
                .param(position)
                .query((row, number) -> {
                    LocalDate first = row.getObject("first", LocalDate.class);
                    return first == null ? null : new Period(first, row.getObject("last", LocalDate.class));
                })
                .optional()
                .orElse(null);
    }

    /** Where the log recorded a sale; empty if the register has no such sale. */
    Optional<Long> positionOf(SaleId sale) {
        return jdbc.sql("select position from q_sales_v3.sale where sale = ?")
                .param(sale.toString())
                .query(Long.class)
                .optional();
    }

    /** A sale as it stands; to be read from one snapshot. Empty if the register has no such sale. */
    Optional<SaleState> state(SaleId sale) {
        long at = position();
        List<SaleState.Refund> refunds = jdbc.sql(
                        "select amount_tetri, position from q_sales_v3.refund where sale = ? order by position")
                .param(sale.toString())
                .query((row, number) -> new SaleState.Refund(row.getLong("amount_tetri"), row.getLong("position")))
                .list();
        return jdbc.sql("select s.*, (select coalesce(sum(r.amount_tetri), 0)::bigint from q_sales_v3.refund r"
                        + " where r.sale = s.sale) as refunded_tetri from q_sales_v3.sale s where s.sale = ?")
                .param(sale.toString())
                .query((row, number) -> SaleState.of(sale(row, at), positions(row), refunds, at))
                .optional();
    }

    private static SaleState.Positions positions(ResultSet row) throws SQLException {
        return new SaleState.Positions(
                row.getLong("position"),
                row.getObject("mint_position", Long.class),
                row.getObject("check_position", Long.class),
                row.getObject("claim_position", Long.class),
                row.getObject("expiry_position", Long.class),
                row.getObject("void_position", Long.class));
    }

    /** The positions between which the sales of a period lie, so that a search for them can skip the rest. */
    Bounds boundsAt(long position, Period period) {
        return jdbc.sql("select coalesce(min(position), 0) as first, coalesce(max(position), -1) as last"
                        + IN_PERIOD_AT)
                .param("from", period.from())
                .param("to", period.to())
                .param("at", position)
                .query((row, number) -> new Bounds(row.getLong("first"), row.getLong("last")))
                .single();
    }

    /**
     * The last position up to {@code position} at which anything about the sales of a period changed; −1 if there are
     * none. The register stood between the two as it stood there.
     */
    long lastChangeAt(long position, Period period) {
        return jdbc.sql("select coalesce(max(greatest(position,"
                        + " case when mint_position <= :at then mint_position end,"
                        + " case when check_position <= :at then check_position end,"
                        + " case when claim_position <= :at then claim_position end,"
                        + " case when expiry_position <= :at then expiry_position end,"
                        + " case when void_position <= :at then void_position end,"
                        + " (select max(r.position) from q_sales_v3.refund r where r.sale = s.sale and r.position <= :at)"
                        + ")), -1)" + IN_PERIOD_AT)
                .param("from", period.from())
                .param("to", period.to())
                .param("at", position)
                .query(Long.class)
                .single();
    }

    /** The next sales of a period from a position on, in the order of the log, as they stood at {@code at}. */
    List<RegisteredSale> read(Period period, long at, Bounds bounds, int limit) {
        return jdbc.sql("select s.*, (select coalesce(sum(r.amount_tetri), 0)::bigint from q_sales_v3.refund r"
                        + " where r.sale = s.sale and r.position <= :at) as refunded_tetri" + IN_PERIOD_AT
                        + "and position between :first and :last order by position limit :limit")
                .param("from", period.from())
                .param("to", period.to())
                .param("at", at)
                .param("first", bounds.first())
                .param("last", bounds.last())
                .param("limit", limit)
                .query((row, number) -> sale(row, at))
                .list();
    }

    private static RegisteredSale sale(ResultSet row, long at) throws SQLException {
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

    /** @param last before {@code first} where there is nothing */
    record Bounds(long first, long last) {

        boolean isEmpty() {
            return last < first;
        }

        Bounds after(RegisteredSale sale) {
            return new Bounds(sale.position() + 1, last);
        }
    }
}
