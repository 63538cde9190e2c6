package com.hotpotspot.command.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.eventlog.StoredEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Taking sales back, over HTTP. */
class SaleChangesDoorTest {

    private static final String BY_MISTAKE = "{\"terminalId\":\"TILL-1\",\"reason\":\"ENTERED_BY_MISTAKE\"}";

    private static RunningCommandSide system;

    @BeforeAll
    static void aNetworkWithOneNode() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"founder"}""");
        system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static String sold(String number) {
        Reply reply =
                system.post("/api/v1/sales", """
                {"nodeId":"VAKE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"KHI",\
                "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900}""".formatted(number, Instant.now().truncatedTo(ChronoUnit.DAYS)));
        assertThat(reply.status()).isEqualTo(201);
        return reply.data().get("saleId").asString();
    }

    @Test
    void aVoidBurnsWhatWasMintedInTheSalesOwnStream() {
        String sale = sold("1");

        Reply reply = system.post("/api/v1/sales/" + sale + "/void", BY_MISTAKE);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.data().get("totalTetri").asLong()).isEqualTo(900);
        long position = reply.data().get("position").asLong();
        List<StoredEvent> events = system.log().read(position - 2, 3).events();
        assertThat(events)
                .extracting(StoredEvent::type)
                .containsExactly("sale.voided", "tokens.burned", "check.voided");
        assertThat(events).extracting(StoredEvent::stream).containsOnly("sale:" + sale);
    }

    @Test
    void aVoidSentAgainIsAnsweredAsAReplay() {
        String sale = sold("2");
        system.post("/api/v1/sales/" + sale + "/void", BY_MISTAKE);
        long head = system.log().head();

        Reply again = system.post("/api/v1/sales/" + sale + "/void", BY_MISTAKE);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(system.log().head()).isEqualTo(head);
    }

    @Test
    void aVoidWithAnotherReasonIsAConflict() {
        String sale = sold("another-reason");
        system.post("/api/v1/sales/" + sale + "/void", BY_MISTAKE);

        Reply other =
                system.post("/api/v1/sales/" + sale + "/void", "{\"terminalId\":\"TILL-1\",\"reason\":\"NOT_SERVED\"}");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("sale-voided");
    }

    @Test
    void aLargeSaleIsVoidedOnceSomebodyElseForItsNodeHasAgreed() {
        String sale = sold("approved");
        JsonNode admitted = system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-9\"}")
                .data();
        String till = system.token(
                admitted.get("clientId").asString(),
                admitted.get("clientSecret").asString());
        String byTill = "{\"terminalId\":\"TILL-9\",\"reason\":\"NOT_SERVED\"}";
        String manager = system.tokenFor("FRANCHISEE", ",\"nodes\":[\"VAKE\"]");
        system.post(
                "/api/v1/nodes",
                "{\"nodeId\":\"ELSEWHERE\",\"type\":\"OWNER\",\"city\":\"Gori\",\"ownerId\":\"owner-9\"}");
        String foreigner = system.tokenFor("FRANCHISEE", ",\"nodes\":[\"ELSEWHERE\"]");
        String approval = "/api/v1/sales/" + sale + "/void/approval";
        assertThat(system.post("/api/v1/network/void-approval", "{\"aboveTetri\":899}")
                        .status())
                .isEqualTo(201);
        try {
            assertThat(system.as(till)
                            .post("/api/v1/sales/" + sale + "/void", byTill)
                            .code())
                    .isEqualTo("void-needs-approval");
            assertThat(system.as(till).post(approval, "").status()).isEqualTo(403);
            assertThat(system.as(foreigner).post(approval, "").code()).isEqualTo("forbidden");
            assertThat(system.as(manager).post(approval, "").status()).isEqualTo(201);
            assertThat(system.as(manager)
                            .post("/api/v1/sales/" + sale + "/void", BY_MISTAKE)
                            .code())
                    .isEqualTo("void-needs-approval");

            Reply voided = system.as(till).post("/api/v1/sales/" + sale + "/void", byTill);

            assertThat(voided.status()).isEqualTo(201);
            assertThat(voided.data().get("askedBy")).isEqualTo(admitted.get("clientId"));
            assertThat(voided.data().get("approvedBy").asString())
                    .isNotEqualTo(voided.data().get("askedBy").asString());
        } finally {
            system.post("/api/v1/network/void-approval", "{\"aboveTetri\":10000000}");
        }
    }

    @Test
    void aVoidedSaleSentAgainIsStillAnsweredAsItWas() {
        String sale = sold("3");
        system.post("/api/v1/sales/" + sale + "/void", BY_MISTAKE);

        assertThat(sold("3")).isEqualTo(sale);
    }

    @Test
    void theSaleCanBeNamedByTheTillsOwnNumber() {
        sold("4");

        assertThat(system.post("/api/v1/sales/VAKE:4/void", BY_MISTAKE).status())
                .isEqualTo(201);
    }

    @Test
    void aRefundWaitsForTheEndOfTheVoidWindow() {
        String sale = sold("5");

        Reply reply = system.post(
                "/api/v1/sales/" + sale + "/refunds",
                "{\"terminalId\":\"TILL-1\",\"refundNumber\":\"R-1\",\"amountTetri\":100,\"reason\":\"QUALITY\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("void-window-open");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VAKE:nothing    | {"terminalId":"TILL-1","reason":"ORDER_CANCELLED"} | 404 | sale-unknown
            ELSEWHERE:1     | {"terminalId":"TILL-1","reason":"ORDER_CANCELLED"} | 404 | sale-unknown
            VAKE            | {"terminalId":"TILL-1","reason":"ORDER_CANCELLED"} | 422 | invalid-content
            VAKE:a b        | {"terminalId":"TILL-1","reason":"ORDER_CANCELLED"} | 422 | invalid-content
            VAKE:1          | {"terminalId":"TILL-1"}                            | 422 | invalid-content
            VAKE:1          | {"terminalId":"TILL-1","reason":"SOLD_TO_A_FRIEND"} | 400 | malformed-json
            VAKE:1          | {"terminalId":"TILL-1","reason":1}                 | 400 | malformed-json
            """)
    void whatCannotBeVoidedIsSaidSo(String sale, String body, int status, String code) {
        Reply reply = system.post("/api/v1/sales/" + sale.replace(" ", "%20") + "/void", body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }
}
