package com.hotpotspot.command.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletId;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales with all that tills may name, over HTTP, on a real database. */
class TillSaleDoorTest {

    private static final String NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private static final String NDJSON = "application/x-ndjson";
    private static final String MORE = """
            "payments":[{"means":"CARD","amountTetri":800},{"amountTetri":100}],"tipTetri":150,\
            "cashierId":"k-17","fiscalNumber":"F/2026-1\"""";

    private static RunningCommandSide system;

    @BeforeAll
    static void aNetworkWithOneNode() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"owner-VAKE"}""");
        assertThat(system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}")
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void areRecordedAndPrintedWithAllThatTheirTillNames() {
        Reply reply = system.post("/api/v1/sales", with(sale("named"), MORE));

        assertThat(reply.status()).isEqualTo(201);
        long last = reply.data().get("position").asLong();
        assertThat(new String(system.log().read(last - 2, 1).events().getFirst().payload(), UTF_8))
                .contains(
                        "\"payments\":[{\"amountTetri\":800,\"means\":\"CARD\"},{\"amountTetri\":100,\"means\":\"OTHER\"}]",
                        "\"tipTetri\":150",
                        "\"cashier\":\"k-17\"",
                        "\"fiscalNumber\":\"F/2026-1\"");
        assertThat(reply.data().get("receiptLines").toString()).contains("Card", "Other", "Tip", "F/2026-1");
    }

    @ParameterizedTest
    @CsvSource({"ka, ბარათი", "'ru-RU,ru;q=0.9', Карта", "fr, Card", "*, Card"})
    void arePrintedInTheLanguageThatTheirTillAsksFor(String languages, String card) {
        Reply reply = system.send(HttpRequest.newBuilder(system.address("/api/v1/sales"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", languages)
                .POST(BodyPublishers.ofString(
                        with(sale("in-" + languages.substring(0, 1).codePointAt(0)), MORE)))
                .build());

        assertThat(reply.data().get("receiptLines").toString()).contains(card);
    }

    @Test
    void areOthersIfTheirTillNamesAnythingElse() {
        Reply first = system.post("/api/v1/sales", with(sale("named-again"), MORE));
        Reply again = system.post("/api/v1/sales", with(sale("named-again"), MORE));

        assertThat(again.data()).isEqualTo(first.data());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        refused(sale("named-again"), 409, "sale-number-taken");
        refused(with(sale("named-again"), MORE.replace("150", "151")), 409, "sale-number-taken");
    }

    /** As an earlier build recorded it, byte by byte. */
    @Test
    void ofRevisionOneAreRepeatedAndStayAsTheyAre() {
        SaleId id = SaleId.parse("VAKE:revision-one");
        byte[] payload = """
                {"items":[{"category":"Dumplings","code":"KHI","name":"Khinkali","quantity":5,\
                "unitPriceTetri":180}],"node":"VAKE","number":"revision-one","origin":"TILL",\
                "sale":"VAKE:revision-one","soldAt":"%s","terminal":"TILL-1","totalTetri":900}""".formatted(NOW).getBytes(UTF_8);
        WalletId wallet = id.check().wallet();
        Instant now = Instant.now();
        Trail till = Trail.of(new AccountId("till-4-vake-till-1"), "POS_TERMINAL", Channel.TILL);
        TokensMinted minted = new TokensMinted(
                id, id.node(), 1, Units.of(49), wallet, Units.ZERO, wallet, Units.of(49), wallet, Units.ZERO, now);
        system.log()
                .append(List.of(
                        new NewEvent(
                                id.stream(),
                                0,
                                UUID.randomUUID(),
                                "sale.recorded",
                                "1",
                                now,
                                payload,
                                EventJson.metadata(
                                        Map.of("account", till.account().value()))),
                        NewEvent.of(id.stream(), 1, minted, till, now)));

        Reply again = system.post("/api/v1/sales", sale("revision-one"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.data().get("mintedUnits").asLong()).isEqualTo(49);
        refused(with(sale("revision-one"), "\"tipTetri\":1"), 409, "sale-number-taken");
        StoredEvent stored = system.log().readStream(id.stream(), 0, 1).getFirst();
        assertThat(stored.payload()).isEqualTo(payload);
        assertThat(stored.revision()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"payments\":[{\"means\":\"CASH\",\"amountTetri\":899}]|payments",
                "\"payments\":[{\"means\":\"CASH\"}]|payments[0].amountTetri",
                "\"payments\":[null]|payments[0]",
                "\"discountTetri\":901|discountTetri",
                "\"discountTetri\":-1|discountTetri",
                "\"tipTetri\":-1|tipTetri",
                "\"tipTetri\":10000001|tipTetri",
                "\"cashierId\":\"Nino K\"|cashierId",
                "\"fiscalNumber\":\"4711_1\"|fiscalNumber"
            })
    void nameNothingThatCannotBe(String member, String field) {
        Reply reply = refused(with(sale("odd"), member), 422, "invalid-content");

        assertThat(reply.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"payments\":{}",
                "\"payments\":[{\"means\":\"GOLD\",\"amountTetri\":900}]",
                "\"payments\":[{\"means\":0,\"amountTetri\":900}]",
                "\"payments\":[{\"amountTetri\":9.00}]",
                "\"tipTetri\":\"1\"",
                "\"fiscalNumber\":4711"
            })
    void nameNothingInALaxForm(String member) {
        refused(with(sale("lax"), member), 400, "malformed-json");
    }

    @Test
    void areNamedByTheLineThatRefusesThemWhereTheyCanBeRead() {
        String body = String.join(
                "\n", sale("VAKE", "4711", 901), with(sale("tip"), "\"tipTetri\":-1"), sale("vake", "4712", 900));

        List<String> lines =
                system.post("/api/v1/sales/batch", NDJSON, body).text().lines().toList();

        assertThat(lines).hasSize(3).allMatch(line -> line.contains("\"code\":\"invalid-content\""));
        assertThat(lines.get(0)).contains("\"saleId\":\"VAKE:0000004711\"", "\"field\":\"totalTetri\"");
        assertThat(lines.get(1)).contains("\"saleId\":\"VAKE:tip\"", "\"field\":\"tipTetri\"");
        assertThat(lines.get(2)).doesNotContain("saleId");
    }

    @Test
    void mayComeInABatchOrAsHistoryAndPrintNothingThere() {
        String sale =
                with(sale("batch-named"), "\"tipTetri\":50,\"payments\":[{\"means\":\"CASH\",\"amountTetri\":900}]");

        String imported = system.post("/api/v1/imports/sales", NDJSON, sale.replace("batch-", "import-"))
                .text();
        String line = system.post("/api/v1/sales/batch", NDJSON, sale).text();

        assertThat(imported).contains("\"status\":\"accepted\"");
        assertThat(line).contains("\"status\":\"accepted\"", "\"claimCode\"").doesNotContain("receiptLines", "qrPng");
        assertThat(system.post("/api/v1/sales", sale).header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    private static String sale(String node, String number, long total) {
        return String.format(Locale.ROOT, """
                {"nodeId":"%s","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s",\
                "items":[{"code":"KHI","name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],\
                "totalTetri":%d}""", node, number, NOW, total);
    }

    private static String sale(String number) {
        return sale("VAKE", number, 900);
    }

    private static String with(String sale, String member) {
        return sale.substring(0, sale.length() - 1) + ',' + member + '}';
    }

    private static Reply refused(String body, int status, String code) {
        long head = system.log().head();

        Reply reply = system.post("/api/v1/sales", body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(system.log().head()).as("nothing is recorded").isEqualTo(head);
        return reply;
    }
}
