package com.hotpotspot.command.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.testing.ApiDocumentOf;
import com.hotpotspot.testing.WrittenTable;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document says what there is, and what it says is so. */
class ApiDocumentTest {

    private static final String DOCUMENT = "/v3/api-docs";
    private static final String TOKEN_PATH = "/oauth2/token";
    private static final String TOKEN = "POST " + TOKEN_PATH;
    private static final String PAGES = "/sign-in(\\.css|/.*)?";

    /** What a text in a document cannot be an example of. */
    private static final List<String> SIGNED = List.of("qr");

    private static RunningCommandSide system;
    private static Reply served;
    private static ApiDocumentOf document;

    @BeforeAll
    static void ask() {
        system = new RunningCommandSide();
        served = system.get(DOCUMENT);
        document = new ApiDocumentOf("command", served.text());
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
        assertThat(document.differenceFromCommitted("ApiDocumentTest")).isEmpty();
    }

    @Test
    void theListedRefusalsAreThoseOfItsDoors() throws IOException {
        List<String> columns = List.of("code", "status", "when, and what to do", "at");

        assertThat(new WrittenTable("endpoints.md", "refusals of the command side", columns)
                        .difference(document.refusalRows()))
                .isEmpty();
    }

    @Test
    void everyMemberIsDescribedWithItsUnitAndAnExampleAndEveryRefusalWithItsCodes() {
        assertThat(document.unsaid()).isEmpty();
    }

    @Test
    void everyDoorThatIsNoPageIsInItWithItsRoles() throws IOException {
        assertThat(document.described())
                .contains(TOKEN + ": everybody")
                .filteredOn(door -> !door.startsWith(TOKEN))
                .isNotEmpty()
                .isEqualTo(document.listed(PAGES));
    }

    /** The issuer's other doors are for browsers, and described where every client of OpenID looks. */
    @Test
    void theDoorOfTokensAnswersAsItSays() {
        JsonNode administrator = system.administratorsCredentials();
        String id = administrator.get("clientId").asString();

        checkToken(system.requestToken(id, administrator.get("clientSecret").asString()), 200);
        checkToken(system.requestToken(id, "wrong"), 401);
        checkToken(system.as(null).post(TOKEN_PATH, "application/x-www-form-urlencoded", "grant_type=none"), 401);
    }

    @Test
    void itIsForWhoeverHasSignedIn() {
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Content-Type")).isEqualTo("application/json");
        assertThat(system.as(null).get(DOCUMENT).status()).isEqualTo(401);
        assertThat(system.as(system.tokenFor("ANALYST", "")).get(DOCUMENT).text())
                .isEqualTo(served.text());
    }

    @Test
    void thereIsNoOtherFormOfIt() {
        assertThat(system.get(DOCUMENT + ".yaml").status()).isEqualTo(404);
        assertThat(system.get(DOCUMENT + "/swagger-config").status()).isEqualTo(404);
        assertThat(system.get("/swagger-ui/index.html").status()).isEqualTo(404);
    }

    @Test
    void itNamesNoPlaceAndNoTime() {
        assertThat(served.text()).doesNotContain("localhost").contains("\"url\" : \"/\"");
    }

    @Test
    void allThatItRefersToIsInIt() {
        assertThat(document.missing()).isEmpty();
    }

    @Test
    void anIdIsTheTextThatItIsOnTheWire() {
        JsonNode node = document.schema("NodeRegistered").get("properties").get("nodeId");

        assertThat(node.get("type").asString()).isEqualTo("string");
        assertThat(node.get("pattern").asString()).isEqualTo("^(?:[A-Z0-9-]{1,24})$");
    }

    @Test
    void whatASaleMustHaveIsRequired() {
        JsonNode sale = document.schema("Sale");
        List<String> required =
                sale.get("required").valueStream().map(JsonNode::asString).toList();

        assertThat(required)
                .containsExactlyInAnyOrder("nodeId", "saleNumber", "terminalId", "soldAt", "items", "totalTetri");
        assertThat(sale.get("properties").get("totalTetri").get("maximum").asLong())
                .isPositive();
        for (String name : required) {
            Reply without =
                    system.post("/api/v1/sales", sale(1).replaceFirst("\"%s\"".formatted(name), "\"customerId\""));
            assertThat(without.status()).as(name).isIn(400, 422);
        }
    }

    @Test
    void everyCommandButBatchesTakesAKey() {
        TreeSet<String> without = new TreeSet<>();
        document.document().get("paths").properties().forEach(path -> {
            JsonNode command = path.getValue().get("post");
            if (command != null && !command.path("parameters").toString().contains("\"Idempotency-Key\"")) {
                without.add(path.getKey());
            }
        });

        assertThat(without).containsExactly("/api/v1/imports/sales", "/api/v1/sales/batch", TOKEN_PATH);
    }

    @Test
    void answersAreWhatItSays() {
        String till = "{\"terminalId\":\"TILL-1\"}";
        check("POST /api/v1/network", Map.of(), "{\"founderId\":\"founder\"}");
        check(
                "POST /api/v1/nodes",
                Map.of(),
                "{\"nodeId\":\"VAKE\",\"type\":\"OWNER\",\"city\":\"Tbilisi\",\"ownerId\":\"founder\"}");
        check("POST /api/v1/nodes/{nodeId}/terminals", Map.of("nodeId", "VAKE"), till);
        check("POST /api/v1/sales", Map.of(), sale(1));
        check("POST /api/v1/sales", Map.of(), sale(1));
        check("POST /api/v1/sales", Map.of(), "{");
        check("POST /api/v1/sales", Map.of(), "{}");
        check("POST /api/v1/sales", Map.of(), sale(2).replace("VAKE", "NOWHERE"));
        check(
                "POST /api/v1/sales/{saleId}/void",
                Map.of("saleId", "VAKE:1"),
                "{\"terminalId\":\"TILL-1\",\"reason\":\"ENTERED_BY_MISTAKE\"}");
        check("POST /api/v1/checks/{checkId}/claim", Map.of("checkId", "VAKE:9"), "{}");
    }

    /** Short paths first: what is there before it is changed. */
    @Test
    void everyDoorTakesItsExampleAndAnswersWhatItSays() {
        List<String> doors = document.commands().stream()
                .filter(door -> !document.operation("POST " + door).toString().contains("x-ndjson"))
                .filter(door -> !door.equals(TOKEN_PATH))
                .sorted(Comparator.comparing(String::length))
                .toList();
        for (String door : doors) {
            String example = document.takenAt(door)
                    .map(form -> document.example(form).toString())
                    .orElse("");
            Reply reply = system.post(document.examplePath(door), example);

            assertThat(document.misfit("POST " + door, reply.status(), reply.text()))
                    .as("%s: %s", door, reply.text())
                    .isEmpty();
            assertThat(reply.text()).as(door).doesNotContain("malformed");
            assertThat(reply.json().path("errors").findValuesAsString("field"))
                    .as(door)
                    .isSubsetOf(SIGNED);
        }
    }

    private static void checkToken(Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(document.misfit(TOKEN, status, reply.text())).isEmpty();
    }

    private static void check(String door, Map<String, String> variables, String body) {
        String path = door.substring("POST ".length());
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        Reply reply = system.post(path, body);
        assertThat(document.misfit(door, reply.status(), reply.text()))
                .as("%s: %s", door, reply.text())
                .isEmpty();
    }

    private static String sale(int number) {
        return String.format(Locale.ROOT, """
                {"nodeId":"VAKE","saleNumber":"%d","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"K1",\
                "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":200}],"totalTetri":1000}""", number, Instant.now());
    }
}
