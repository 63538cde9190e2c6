package com.hotpotspot.query;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From 10 December on days begin at three in the morning; half past two in Tbilisi is 22:30 UTC of the day before. */
class DaysWithTheirOwnBeginningTest {

    private static final String HALF_PAST_TWO_ON_THE_9TH = "2026-12-08T22:30:00Z";
    private static final String HALF_PAST_TWO_ON_THE_10TH = "2026-12-09T22:30:00Z";
    private static final String HALF_PAST_TWO_ON_THE_11TH = "2026-12-10T22:30:00Z";

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aSaleAtHalfPastTwoBelongsToYesterdayOnceDaysBeginAtThree(int batchSize) {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            NodeId vake = network(log);
            log.sell(vake, "1", HALF_PAST_TWO_ON_THE_9TH, khinkali(1));
            log.append(new BusinessDaySet(new DayBegin("03:00"), LocalDate.of(2026, 12, 10)));
            log.sell(vake, "2", HALF_PAST_TWO_ON_THE_10TH, khinkali(2));
            log.sell(vake, "3", "2026-12-09T23:00:00Z", khinkali(3));
            log.sell(vake, "4", HALF_PAST_TWO_ON_THE_11TH, khinkali(4));
            log.sell(vake, "5", HALF_PAST_TWO_ON_THE_11TH, khinkali(5));
            log.takeBack(vake, "5");
            // A sale of the time before that comes late.
            log.sell(vake, "6", HALF_PAST_TWO_ON_THE_9TH, khinkali(6));
            log.appendAt(Instant.parse(HALF_PAST_TWO_ON_THE_11TH), List.of(refund(vake, "4")));

            try (RunningQuerySide side =
                    RunningQuerySide.on(database, "hotpotspot.projections.batch-size=" + batchSize)) {
                side.caughtUpTo(log.head());

                assertThat(days(side))
                        .containsExactly(
                                "1 2026-12-09",
                                "2 2026-12-09",
                                "3 2026-12-10",
                                "4 2026-12-10",
                                "5 2026-12-10",
                                "6 2026-12-09");
                side.client()
                        .get()
                        .uri("/api/v1/nodes/VAKE/sales")
                        .exchange()
                        .expectBody()
                        .json("""
                                {"data": {"from": "2026-12-09", "to": "2026-12-10", "sales": 5, "days": [
                                  {"day": "2026-12-09", "sales": 3, "voidedSales": 0, "refundedTetri": 0},
                                  {"day": "2026-12-10", "sales": 2, "voidedSales": 1, "refundedTetri": 180}]}}
                                """);
                assertThat(witnessDays(database)).containsExactly("2026-12-09 3", "2026-12-10 2");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void whatWasSetIsKnownAfterARestart(int batchSize) {
        String batches = "hotpotspot.projections.batch-size=" + batchSize;
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            WrittenLog log = new WrittenLog(database);
            NodeId vake = network(log);
            log.append(new BusinessDaySet(new DayBegin("01:00"), LocalDate.of(2026, 12, 10)));
            log.append(new BusinessDaySet(new DayBegin("03:00"), LocalDate.of(2026, 12, 10)));
            try (RunningQuerySide side = RunningQuerySide.on(database, batches)) {
                side.caughtUpTo(log.head());
            }
            log.sell(vake, "1", HALF_PAST_TWO_ON_THE_10TH, khinkali(1));

            try (RunningQuerySide side = RunningQuerySide.on(database, batches)) {
                side.caughtUpTo(log.head());

                assertThat(days(side)).containsExactly("1 2026-12-09");
                assertThat(witnessDays(database)).containsExactly("2026-12-09 1");
            }
        }
    }

    private static NodeId network(WrittenLog log) {
        log.found(NetworkPurpose.LIVE);
        return log.register("VAKE", NodeType.OWNER, "Tbilisi");
    }

    private static Event refund(NodeId node, String number) {
        return new SaleRefunded(
                SaleId.of(node, new SaleNumber(number)),
                node,
                WrittenLog.TILL,
                new RefundNumber("R-1"),
                Tetri.of(180),
                Units.ZERO,
                RefundReason.QUALITY);
    }

    /** The numbers of sales with their days, as the regulator's file has them. */
    private static List<String> days(RunningQuerySide side) {
        byte[] csv = side.client()
                .get()
                .uri("/api/v1/exports/sales")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return CsvReader.builder()
                .ofNamedCsvRecord(new String(Objects.requireNonNull(csv), StandardCharsets.UTF_8))
                .stream()
                .map(DaysWithTheirOwnBeginningTest::day)
                .toList();
    }

    private static String day(NamedCsvRecord row) {
        return row.getField("Sale Number") + " " + row.getField("Business Day");
    }

    private static List<@Nullable String> witnessDays(TestDatabase database) {
        return JdbcClient.create(database.as("hps_query"))
                .sql("select day || ' ' || sales from q_witness_v1.node_day where sales > 0 order by day")
                .query(String.class)
                .list();
    }
}
