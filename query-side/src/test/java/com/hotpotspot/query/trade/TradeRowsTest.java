package com.hotpotspot.query.trade;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static com.hotpotspot.query.testing.Dishes.lemonade;
import static org.assertj.core.api.Assertions.assertThat;

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
import com.hotpotspot.query.projection.ProjectedLog;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given events, then rows; in batches of one and of all. Tbilisi is four hours ahead of UTC all year. */
class TradeRowsTest {

    private final ProjectedLog projected = new ProjectedLog(TradeProjection.NAME, TradeProjection::new);
    private final WrittenLog log = projected.log;

    @AfterEach
    void close() {
        projected.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aSaleCountsInItsHourInTbilisiWithWhatItMinted(int batchSize) {
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(gori, "1", "2026-07-15T09:59:59Z", khinkali(10));
        log.sell(gori, "2", "2026-07-15T10:00:00Z", khinkali(5), khachapuri(1));
        log.sell(gori, "3", "2026-01-15T20:00:00Z", lemonade(1));
        projected.project(batchSize);

        assertThat(hours())
                .containsExactly(
                        "GORI 2026-01-16 0 1 of 180, voids 0 of 0, refunds 0 of 0, 48 49 3, burned 0 0",
                        "GORI 2026-07-15 13 1 of 1800, voids 0 of 0, refunds 0 of 0, 48 49 3, burned 0 0",
                        "GORI 2026-07-15 14 1 of 2350, voids 0 of 0, refunds 0 of 0, 48 49 3, burned 0 0");
        assertThat(projected.rows("node, day, category, quantity, grams, revenue_tetri", "node_day_category"))
                .containsExactly(
                        "GORI 2026-01-16 Drinks 1 0 180",
                        "GORI 2026-07-15 Bread 1 0 1450",
                        "GORI 2026-07-15 Dumplings 15 0 2700");
        assertThat(projected.rows("node, to_timestamp(sold_at / 1000) at time zone 'UTC'", "last_sale"))
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
        projected.project(batchSize);

        LocalDate today = Instant.now().atZone(BusinessDay.ZONE).toLocalDate();
        assertThat(hours())
                .hasSize(2)
                .startsWith("GORI 2026-01-15 14 1 of 1800, voids 1 of 2350, refunds 0 of 0, 96 98 6, burned 100 3")
                .last()
                .asString()
                .endsWith(" 0 of 0, voids 0 of 0, refunds 1 of 500, 0 0 0, burned 0 0");
        assertThat(projected.rows("node, day, category, quantity, grams, revenue_tetri", "node_day_category"))
                .containsExactly("GORI 2026-01-15 Bread 0 0 0", "GORI 2026-01-15 Dumplings 10 0 1800");
        assertThat(projected.rows("kind, sale, amount_tetri, terminal, reason, account", "reversal"))
                .containsExactly(
                        "REFUND GORI:0000000001 500 TILL-1 QUALITY null",
                        "VOID GORI:0000000002 2350 TILL-1 PAYMENT_FAILED till-4-vake-till-1");
        assertThat(projected.rows("kind, day", "reversal"))
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
        projected.project(batchSize);

        assertThat(projected.rows("kind, account, approved_by", "reversal"))
                .containsExactly("REFUND owner-7 null", "VOID owner-7 owner-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aSaleAtHalfPastTwoBelongsToYesterdayWhereDaysBeginAtThree(int batchSize) {
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.append(new BusinessDaySet(new DayBegin("03:00"), LocalDate.of(2026, 1, 10)));
        log.sell(vake, "1", "2026-01-15T22:30:00Z", khinkali(1));
        log.sell(vake, "2", "2026-01-15T23:00:00Z", khinkali(2));
        projected.project(batchSize);

        assertThat(projected.rows("day, hour, revenue_tetri", "node_hour"))
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
        projected.project(batchSize);

        assertThat(projected.rows("sale, day, units", "open_royalty")).containsExactly("GORI:kept 2026-01-15 3");
        assertThat(projected.rows("node, day, units", "owed")).containsExactly("GORI 2026-01-15 3");

        log.appendAt(
                Instant.now().plus(Duration.ofHours(25)),
                List.of(log.sale(vake, "2", Instant.parse("2026-01-16T10:00:00Z"), khinkali(1))));
        projected.project(batchSize);

        assertThat(projected.rows("sale", "open_royalty")).isEmpty();
        assertThat(projected.rows("node", "owed")).isEmpty();
    }

    @Test
    void eachTableTakesOneStatementForAHundredSales() {
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        for (int number = 1; number <= 100; number++) {
            log.sell(vake, Integer.toString(number), "2026-01-15T10:00:00Z", khinkali(2), khachapuri(1));
        }
        projected.project(1_000);

        assertThat(projected.statements()).isEqualTo(4);
    }

    private List<String> hours() {
        return projected.rows(
                "node, day, hour, format('%s of %s, voids %s of %s, refunds %s of %s, %s %s %s, burned %s %s', sales,"
                        + " revenue_tetri, voided_sales, voided_tetri, refunds, refunded_tetri, owner_units,"
                        + " buyer_units, royalty_units, burned_units, burned_royalty_units)",
                "node_hour");
    }
}
