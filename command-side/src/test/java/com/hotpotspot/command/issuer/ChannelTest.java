package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.command.testing.RunningCommandSide.Visitor;
import com.hotpotspot.events.json.EventJson;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which way a command came is told by the token that it came with, and every event says so for ever. */
class ChannelTest {

    private static final String NDJSON = "application/x-ndjson";

    private static RunningCommandSide system;
    private static Visitor till;
    private static Visitor ownersProgram;

    @BeforeAll
    static void aNodeWithATill() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"owner"}""");
        JsonNode issued = system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}")
                .data();
        till = system.as(system.token(
                issued.get("clientId").asString(), issued.get("clientSecret").asString()));
        ownersProgram = system.as(system.administratorsToken());
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aCommandOfATillSaysTill() {
        assertThat(channelOf(till.post("/api/v1/sales", sale("t-1")))).isEqualTo("till");
        assertThat(channelOf(till.post("/api/v1/sales/batch", NDJSON, sale("t-2"))))
                .isEqualTo("till");
        assertThat(channelOf(till.post("/api/v1/sales/VAKE:t-1/void", voiding())))
                .isEqualTo("till");
    }

    @Test
    void aProgramThatSpeaksForTheTillsOfANodeSaysTill() {
        Visitor program = system.as(system.tokenFor("POS_TERMINAL", ",\"nodes\":[\"VAKE\"]"));

        assertThat(channelOf(program.post("/api/v1/sales", sale("t-3")))).isEqualTo("till");
    }

    @Test
    void aProgramsCommandSaysProgram() {
        assertThat(channelOf(ownersProgram.post("/api/v1/wallets", "{\"holderId\":\"of-a-program\"}")))
                .isEqualTo("program");
        assertThat(channelOf(ownersProgram.post("/api/v1/sales", sale("p-1")))).isEqualTo("program");
    }

    @Test
    void aVoidByTheOwnersProgramDoesNotSayTill() {
        till.post("/api/v1/sales", sale("p-2"));

        assertThat(channelOf(ownersProgram.post("/api/v1/sales/VAKE:p-2/void", voiding())))
                .isEqualTo("program");
    }

    @Test
    void anImportSaysImportWhoeverBringsIt() {
        assertThat(channelOf(ownersProgram.post("/api/v1/imports/sales", NDJSON, sale("i-1"))))
                .isEqualTo("import");
        assertThat(channelOf(person().post("/api/v1/imports/sales", NDJSON, sale("i-2"))))
                .isEqualTo("import");
    }

    @Test
    void aPersonsCommandSaysPage() {
        Visitor person = person();

        assertThat(channelOf(person.post("/api/v1/wallets", "{\"holderId\":\"of-a-person\"}")))
                .isEqualTo("page");
        assertThat(channelOf(person.post("/api/v1/sales", sale("s-1")))).isEqualTo("page");
    }

    @Test
    void whatATillIsGivenSaysOfAllItsEventsWhichWayItsOwnerCame() {
        Reply admitted = person().post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-2\"}");

        assertThat(admitted.status()).isEqualTo(201);
        long first = admitted.data().get("position").asLong();
        assertThat(system.log().read(first, 10).events())
                .extracting(event -> EventJson.readMetadata(event.metadata()).get("channel"))
                .hasSizeGreaterThan(1)
                .containsOnly("page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel", "X-Channel", "client_id", "X-Client-Id", "Origin", "Referer", "Cookie"})
    void nobodyChoosesTheChannelByAHeader(String header) {
        Reply reply = till.send(HttpRequest.newBuilder(system.address("/api/v1/sales"))
                .header("Content-Type", "application/json")
                .header(header, header.equals("Origin") ? "http://localhost:8081" : "client_id=pages; channel=page")
                .POST(HttpRequest.BodyPublishers.ofString(sale("h-" + header)))
                .build());

        assertThat(channelOf(reply)).isEqualTo("till");
    }

    /** The administrator, who signed in on the pages this time. */
    private static Visitor person() {
        try (Browser browser = new Browser(system)) {
            String sentOn = Browser.location(browser.signIn(
                    "administrator",
                    system.administratorsCredentials().get("clientSecret").asString()));
            String code =
                    Browser.parameters(Browser.location(browser.get(sentOn))).getOrDefault("code", "");
            return system.as(JsonMapper.shared()
                    .readTree(browser.redeem(code).body())
                    .get("access_token")
                    .asString());
        }
    }

    /** What the last event says that a command recorded. */
    private static String channelOf(Reply reply) {
        assertThat(reply.status()).isBetween(200, 201);
        JsonNode answer = JsonMapper.shared().readTree(reply.text());
        JsonNode position = answer.has("data") ? answer.get("data").get("position") : answer.get("position");
        Map<String, String> metadata = EventJson.readMetadata(
                system.log().read(position.asLong(), 1).events().getFirst().metadata());
        return metadata.getOrDefault("channel", "");
    }

    private static String voiding() {
        return "{\"terminalId\":\"TILL-1\",\"reason\":\"NOT_SERVED\"}";
    }

    private static String sale(String number) {
        return """
        {"nodeId":"VAKE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s",\
        "items":[{"code":"KHI","name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],\
        "totalTetri":900}""".formatted(number, Instant.now());
    }
}
