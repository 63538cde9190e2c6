package com.hotpotspot.query.trade;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static com.hotpotspot.query.testing.Dishes.lemonade;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.VoidReason;
import com.hotpotspot.query.projection.ProjectedTables;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.testing.CountingJdbc;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Given events, then rows; in batches of one and of all. Tbilisi is four hours ahead of UTC all year. */
class TradeRowsTest {

    private final TestDatabase database =
            TestDatabase.with(SchemaModule.LOG, ProjectedTables.schema(TradeProjection.NAME));
    private final PostgresEventLog read = new PostgresEventLog(database.as("hps_query"));
    private final WrittenLog log = new WrittenLog(database);
    private final CountingJdbc jdbc = new CountingJdbc(ProjectedTables.of(TradeProjection.NAME, database));

    @AfterEach
    void close() {
        read.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aSaleCountsInItsHourInTbilisiWithWhatItMinted(int batchSize) {
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(gori, "1", "2026-07-15T09:59:59Z", khinkali(10));
        log.sell(gori, "2", "2026-07-15T10:00:00Z", khinkali(5), khachapuri(1));
        log.sell(gori, "3", "2026-01-15T20:00:00Z", lemonade(1));
        project(batchSize);

        assertThat(hours())
                .containsExactly(
                        "GORI 2026-01-16 0: 1 of 180, voids 0 of 0, refunds 0 of 0, 48 49 3, burned 0 0",
                        "GORI 2026-07-15 13: 1 of 1800, voids 0 of 0, refunds 0 of 0, 48 49 3, burned 0 0",
                        "GORI 2026-07-15 14: 1 of 2350, voids 0 of 0, refunds 0 of 0, 48 49 3, burned 0 0");
        assertThat(rows("node, day, category, quantity, grams, revenue_tetri", "node_day_category"))
                .containsExactly(
                        "GORI 2026-01-16 Drinks 1 0 180",
                        "GORI 2026-07-15 Bread 1 0 1450",
                        "GORI 2026-07-15 Dumplings 15 0 2700");
        assertThat(rows("node, to_timestamp(sold_at / 1000) at time zone 'UTC'", "last_sale"))
                .containsExactly("GORI 2026-07-15 10:00:00");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aVoidTakesASaleOutOfItsHourAndARefundCountsInItsOwn(int batchSize) {
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(gori, "1", "2026-01-15T10:00:00Z", khinkali(10));
        log.sell(gori, "2", "2026-01-15T10:30:00Z", khinkali(5), khachapuri(1));
        log.takeBack(gori, "2");
        log.refund(gori, "1", "R-1", 500);
        project(batchSize);

        LocalDate today = Instant.now().atZone(BusinessDay.ZONE).toLocalDate();
        assertThat(hours())
                .hasSize(2)
                .startsWith("GORI 2026-01-15 14: 1 of 1800, voids 1 of 2350, refunds 0 of 0, 96 98 6, burned 100 3")
                .last()
                .asString()
                .endsWith(": 0 of 0, voids 0 of 0, refunds 1 of 500, 0 0 0, burned 0 0");
        assertThat(rows("node, day, category, quantity, grams, revenue_tetri", "node_day_category"))
                .containsExactly("GORI 2026-01-15 Bread 0 0 0", "GORI 2026-01-15 Dumplings 10 0 1800");
        assertThat(rows("kind, sale, amount_tetri, terminal, reason, account", "reversal"))
                .containsExactly(
                        "REFUND GORI:0000000001 500 TILL-1 QUALITY null",
                        "VOID GORI:0000000002 2350 TILL-1 PAYMENT_FAILED till-4-vake-till-1");
        assertThat(rows("kind, day", "reversal"))
                .first()
                .asString()
                .isBetween("REFUND " + today.minusDays(1), "REFUND " + today);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void whoDidWhatIsSaidByTheMetadataWhereTheEventDoesNot(int batchSize) {
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10));
        log.by(new AccountId("owner-7")).refund(vake, "1", "R-1", 500);
        SaleId sale = SaleId.of(vake, new SaleNumber("1"));
        log.append(new SaleVoided(
                sale,
                vake,
                WrittenLog.TILL,
                Instant.parse("2026-01-15T10:00:00Z"),
                Tetri.of(1_800),
                VoidReason.NOT_SERVED,
                null,
                new AccountId("owner-8")));
        project(batchSize);

        assertThat(rows("kind, account, approved_by", "reversal"))
                .containsExactly("REFUND owner-7 null", "VOID owner-7 owner-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aSaleAtHalfPastTwoBelongsToYesterdayWhereDaysBeginAtThree(int batchSize) {
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.append(new BusinessDaySet(new DayBegin("03:00"), LocalDate.of(2026, 1, 10)));
        log.sell(vake, "1", "2026-01-15T22:30:00Z", khinkali(1));
        log.sell(vake, "2", "2026-01-15T23:00:00Z", khinkali(2));
        project(batchSize);

        assertThat(rows("day, hour, revenue_tetri", "node_hour"))
                .containsExactly("2026-01-15 2 180", "2026-01-16 3 360");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aRoyaltyIsOpenUntilItsVoidWindowEnds(int batchSize) {
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(1));
        for (String number : List.of("kept", "voided", "claimed")) {
            log.sell(gori, number, "2026-01-15T10:00:00Z", khinkali(1));
        }
        log.takeBack(gori, "voided");
        log.claim(gori, "claimed");
        project(batchSize);

        assertThat(rows("sale, day, units", "open_royalty")).containsExactly("GORI:kept 2026-01-15 3");
        assertThat(rows("node, day, units", "owed")).containsExactly("GORI 2026-01-15 3");

        log.appendAt(
                Instant.now().plus(Duration.ofHours(25)),
                List.of(log.sale(vake, "2", Instant.parse("2026-01-16T10:00:00Z"), khinkali(1))));
        project(batchSize);

        assertThat(rows("sale", "open_royalty")).isEmpty();
        assertThat(rows("node", "owed")).isEmpty();
    }

    @Test
    void eachTableTakesOneStatementForAHundredSales() {
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        for (int number = 1; number <= 100; number++) {
            log.sell(vake, Integer.toString(number), "2026-01-15T10:00:00Z", khinkali(2), khachapuri(1));
        }
        project(1_000);

        assertThat(jdbc.statements()).isEqualTo(4);
    }

    /** What the log holds beyond what was taken in before. */
    private long next;

    private void project(int batchSize) {
        TradeProjection projection = new TradeProjection(jdbc, read);
        List<Recorded> all = new ArrayList<>();
        for (StoredEvent stored : read.read(next, 10_000).events()) {
            if (projection.interests().contains(stored.event().getClass())) {
                all.add(Recorded.of(stored));
            }
            next = stored.position() + 1;
        }
        for (int from = 0; from < all.size(); from += batchSize) {
            projection.project(all.subList(from, Math.min(all.size(), from + batchSize)));
        }
    }

    private List<@Nullable String> hours() {
        return JdbcClient.create(jdbc).sql("""
                        select format('%s %s %s: %s of %s, voids %s of %s, refunds %s of %s, %s %s %s, burned %s %s',
                            node, day, hour, sales, revenue_tetri, voided_sales, voided_tetri, refunds, refunded_tetri,
                            owner_units, buyer_units, royalty_units, burned_units, burned_royalty_units)
                        from node_hour order by node, day, hour
                        """).query(String.class).list();
    }

    private List<String> rows(String columns, String table) {
        return JdbcClient.create(jdbc)
                .sql("select " + columns + " from " + table + " order by " + columns)
                .query((row, number) -> {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(String.valueOf(row.getString(column)));
                    }
                    return String.join(" ", values);
                })
                .list();
    }
}
