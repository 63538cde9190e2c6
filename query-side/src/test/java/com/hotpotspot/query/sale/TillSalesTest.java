package com.hotpotspot.query.sale;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static com.hotpotspot.query.testing.WrittenLog.TILL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.Appended;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Measure.Pieces;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.Tip;
import com.hotpotspot.events.sale.VatRate;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.json.JsonCompareMode;

/** Sales as tills have them, in figures, files and the answer about one sale. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TillSalesTest {

    private static final String SALES = "/api/v1/nodes/VAKE/sales";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private NodeId vake = new NodeId("UNREGISTERED");

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.register("GORI", NodeType.FRANCHISE, "Gori");
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void theRevenueOfADayIsLessDiscountsAndWithoutTips() {
        log.sell(vake, "day-1", "2026-02-01T09:00:00Z", khinkali(5));
        sell("day-2", "2026-02-01T10:00:00Z");
        sell("day-3", "2026-02-01T11:00:00Z");
        log.takeBack(vake, "day-3");
        side.caughtUpTo(log.head());

        answers(SALES + "?from=2026-02-01&to=2026-02-01", """
                {"sales": 2, "revenueTetri": 2472,
                 "bestSellers": [
                  {"code": "101", "quantity": 10, "grams": 0, "revenueTetri": 1572},
                  {"code": "MTS", "quantity": 0, "grams": 335, "revenueTetri": 900}],
                 "days": [{"day": "2026-02-01", "sales": 2, "voidedSales": 1, "revenueTetri": 2472,
                  "discountTetri": 400, "tipTetri": 150,
                  "bestSellers": [
                   {"code": "101", "quantity": 10, "grams": 0, "revenueTetri": 1572},
                   {"code": "MTS", "quantity": 0, "grams": 335, "revenueTetri": 900}]}]}
                """);
    }

    @Test
    void theSecondFormOfTheFileTellsWhatTillsNamedAndTheFirstStaysAsItWas() {
        log.sell(vake, "file-1", "2026-02-02T09:00:00Z", khinkali(5));
        sell("file-2", "2026-02-02T10:00:00Z");
        side.caughtUpTo(log.head());
        String day = "/api/v1/exports/sales?from=2026-02-02&to=2026-02-02";

        List<String> first = lines(day);
        List<String> second = lines(day + "&format=csv-2");

        assertThat(first.getFirst()).endsWith(",Refunded Tetri,Position");
        assertThat(lines(day + "&format=csv")).isEqualTo(first);
        assertThat(second.getFirst())
                .isEqualTo(
                        first.getFirst()
                                + ",Discount Tetri,VAT Tetri,Cash Tetri,Card Tetri,Voucher Tetri,Other Tetri,Tip Tetri,Fiscal Number");
        assertThat(second.get(1)).isEqualTo(first.get(1) + ",0,,0,0,0,900,0,");
        assertThat(second.get(2)).isEqualTo(first.get(2) + ",400,103,1000,0,400,172,150,F/2026-4711");
    }

    @Test
    void aSaleTellsWhatItsTillNamed() {
        Appended sale = sell("named", "2026-02-03T10:00:00Z");

        answers(
                SALES + "/named?atLeast=" + sale.last(),
                String.format(Locale.ROOT, """
                {"saleId": "VAKE:named", "nodeId": "VAKE", "saleNumber": "named", "state": "RECORDED",
                 "soldAt": "2026-02-03T10:00:00Z", "day": "2026-02-03", "totalTetri": 1572, "discountTetri": 400,
                 "vatTetri": 103, "tipTetri": 150, "fiscalNumber": "F/2026-4711",
                 "paid": {"cashTetri": 1000, "cardTetri": 0, "voucherTetri": 400, "otherTetri": 172},
                 "policyVersion": 1, "mintedUnits": 100, "ownerUnits": 51, "buyerUnits": 49, "royaltyUnits": 0,
                 "refundedTetri": 0, "refunds": [], "check": {"checkId": "VAKE:named", "state": "ISSUED"},
                 "positions": {"recorded": %d, "minted": %d, "checkIssued": %d}}
                """, sale.first(), sale.first() + 1, sale.last()));
    }

    /** Two items of 800 and 1,072 tetri, less 300 on the whole. */
    private Appended sell(String number, String soldAt) {
        SaleNumber saleNumber = new SaleNumber(number);
        return log.append(log.sale(new SaleRecorded(
                SaleId.of(vake, saleNumber),
                vake,
                saleNumber,
                TILL,
                Instant.parse(soldAt),
                List.of(
                        new SaleItem(
                                "101",
                                "Khinkali",
                                "Dumplings",
                                new Pieces(5, Tetri.of(180)),
                                Tetri.of(100),
                                new VatRate(180)),
                        new SaleItem("MTS", "Mtsvadi", "Meat", Weight.of(335, Tetri.of(3_199)), null, null)),
                Tetri.of(300),
                Tetri.of(1_572),
                List.of(
                        new Payment(MeansOfPayment.CASH, Tetri.of(1_000)),
                        new Payment(MeansOfPayment.VOUCHER, Tetri.of(400)),
                        new Payment(MeansOfPayment.OTHER, Tetri.of(172))),
                new Tip(Tetri.of(150)),
                new CashierId("k-17"),
                null,
                new FiscalNumber("F/2026-4711"),
                SaleOrigin.TILL)));
    }

    private void answers(String path, String data) {
        side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"success\": true, \"data\": " + data + "}", JsonCompareMode.LENIENT);
    }

    private List<String> lines(String path) {
        byte[] file = side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(file), UTF_8).lines().toList();
    }
}
