package com.hotpotspot.query.sale;

import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.projection.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final String IN_PERIOD_AT = " from sale s where day between :from and :to and position <= :at ";

    private final JdbcClient jdbc;
    private final Versions versions;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;

    SalesRegister(JdbcClient jdbc, Versions versions, ParkedEvents parkedEvents, Snapshots snapshots) {
        this.snapshots = snapshots;
        this.jdbc = jdbc;
        this.versions = versions;
        this.parkedEvents = parkedEvents;
    }

    /** How far the register has come. */
    long position() {
        return versions.position(SalesRegisterProjection.NAME);
    }

    /** How many events it could not take in, and is without. */
    long parked() {
        return parkedEvents.count(SalesRegisterProjection.NAME);
    }

    /** The business days of the sales recorded up to {@code position}, or null if there are none. */
    @Nullable
    Period daysAt(long position) {
        return snapshots.read(
                SalesRegisterProjection.NAME,
                reached -> jdbc.sql("select min(day) as first, max(day) as last from sale where position <= ?")
                        .param(position)
                        .query((row, number) -> {
                            LocalDate first = row.getObject("first", LocalDate.class);
                            return first == null ? null : new Period(first, row.getObject("last", LocalDate.class));
                        })
                        .optional()
                        .orElse(null));
    }

    /** Where the log recorded a sale; empty if the register has no such sale. */
    Optional<Long> positionOf(SaleId sale) {
        return snapshots.read(
                SalesRegisterProjection.NAME,
                reached -> jdbc.sql("select position from sale where sale = ?")
                        .param(sale.toString())
                        .query(Long.class)
                        .optional());
    }

    /** A sale as it stands. Empty if the register has no such sale. */
    Optional<SaleState> state(SaleId sale) {
        return snapshots.read(SalesRegisterProjection.NAME, at -> state(sale, at));
    }

    private Optional<SaleState> state(SaleId sale, long at) {
        List<SaleState.Refund> refunds = jdbc.sql(
                        "select amount_tetri, position from refund where sale = ? order by position")
                .param(sale.toString())
                .query((row, number) -> new SaleState.Refund(row.getLong("amount_tetri"), row.getLong("position")))
                .list();
        return jdbc.sql("select s.*, (select coalesce(sum(r.amount_tetri), 0)::bigint from refund r"
                        + " where r.sale = s.sale) as refunded_tetri from sale s where s.sale = ?")
                .param(sale.toString())
                .query((row, number) -> SaleState.of(RegisterRow.sale(row, at), positions(row), refunds, at))
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
        return snapshots.read(
                SalesRegisterProjection.NAME,
                reached -> jdbc.sql("select coalesce(min(position), 0) as first, coalesce(max(position), -1) as last"
                                + IN_PERIOD_AT)
                        .param("from", period.from())
                        .param("to", period.to())
                        .param("at", position)
                        .query((row, number) -> new Bounds(row.getLong("first"), row.getLong("last")))
                        .single());
    }

    /**
     * The last position up to {@code position} at which anything about the sales of a period changed; −1 if there are
     * none. The register stood between the two as it stood there.
     */
    long lastChangeAt(long position, Period period) {
        return snapshots.read(
                SalesRegisterProjection.NAME,
                reached -> jdbc.sql("select coalesce(max(greatest(position,"
                                + " case when mint_position <= :at then mint_position end,"
                                + " case when check_position <= :at then check_position end,"
                                + " case when claim_position <= :at then claim_position end,"
                                + " case when expiry_position <= :at then expiry_position end,"
                                + " case when void_position <= :at then void_position end,"
                                + " (select max(r.position) from refund r where r.sale = s.sale and r.position <= :at)"
                                + ")), -1)" + IN_PERIOD_AT)
                        .param("from", period.from())
                        .param("to", period.to())
                        .param("at", position)
                        .query(Long.class)
                        .single());
    }

    /** The next sales of a period from a position on, in the order of the log, as they stood at {@code at}. */
    List<RegisteredSale> read(Period period, long at, Bounds bounds, int limit) {
        return snapshots.read(
                SalesRegisterProjection.NAME,
                reached -> jdbc.sql("select s.*, (select coalesce(sum(r.amount_tetri), 0)::bigint from refund r"
                                + " where r.sale = s.sale and r.position <= :at) as refunded_tetri" + IN_PERIOD_AT
                                + "and position between :first and :last order by position limit :limit")
                        .param("from", period.from())
                        .param("to", period.to())
                        .param("at", at)
                        .param("first", bounds.first())
                        .param("last", bounds.last())
                        .param("limit", limit)
                        .query((row, number) -> RegisterRow.sale(row, at))
                        .list());
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
