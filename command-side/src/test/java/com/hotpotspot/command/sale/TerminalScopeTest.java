package com.hotpotspot.command.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.command.testing.RunningCommandSide.Visitor;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A till speaks for itself, and for no other till of its node. */
class TerminalScopeTest {

    private static RunningCommandSide system;
    private static Visitor firstTill;
    private static String firstTillsAccount;

    @BeforeAll
    static void twoTillsOfOneNode() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"owner"}""");
        JsonNode issued = system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}")
                .data();
        firstTillsAccount = issued.get("clientId").asString();
        firstTill = system.as(
                system.token(firstTillsAccount, issued.get("clientSecret").asString()));
        system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-2\"}");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void sellsAsItself() {
        assertThat(firstTill.post("/api/v1/sales", sale("own", "TILL-1")).status())
                .isEqualTo(201);
    }

    @Test
    void doesNotSellAsAnother() {
        long head = system.log().head();

        refused(firstTill.post("/api/v1/sales", sale("others", "TILL-2")));

        assertThat(system.log().head()).isEqualTo(head);
    }

    @Test
    void doesNotSellAsAnotherInABatch() {
        String lines = sale("batch-1", "TILL-1") + '\n' + sale("batch-2", "TILL-2") + '\n';

        Reply reply = firstTill.post("/api/v1/sales/batch", "application/x-ndjson", lines);

        assertThat(reply.text().lines())
                .satisfiesExactly(
                        own -> assertThat(own).contains("\"status\":\"accepted\""),
                        others -> assertThat(others)
                                .contains("\"status\":\"refused\"")
                                .contains("\"code\":\"forbidden\""));
    }

    @ParameterizedTest
    @CsvSource({"void, NOT_SERVED", "refunds, QUALITY"})
    void doesNotTakeBackInTheNameOfAnother(String what, String reason) {
        firstTill.post("/api/v1/sales", sale("sold-" + what, "TILL-1"));

        refused(firstTill.post(
                "/api/v1/sales/VAKE:sold-" + what + '/' + what, """
                {"terminalId":"TILL-2","reason":"%s"%s}""".formatted(reason, what.equals("void") ? "" : """
                        ,"refundNumber":"1","amountTetri":100""")));
    }

    @Test
    void isNotTrustedWithMoreThanItsNode() {
        Reply reply = system.post("/api/v1/accounts/" + firstTillsAccount + "/roles", """
                {"role":"POS_TERMINAL","nodes":["VAKE","GORI"]}""");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").get(0).get("field").asString()).isEqualTo("nodes");
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().get("code").asString()).isEqualTo("forbidden");
    }

    private static String sale(String number, String terminal) {
        return """
        {"nodeId":"VAKE","saleNumber":"%s","terminalId":"%s","soldAt":"%s",\
        "items":[{"code":"KHI","name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],\
        "totalTetri":900}""".formatted(number, terminal, Instant.now());
    }
}
