package com.hotpotspot.command.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.testing.Spoilt;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents that nobody means well with, at every door for commands: always a problem that is the sender's, never one
 * of ours, and never an event.
 *
 * <p>Text that only looks like SQL or like a formula is text where a name may be any text; there it is recorded as it
 * is, which {@link #aDishMayBeCalledAnything} shows.
 */
class HostileInputTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NDJSON = "application/x-ndjson";
    private static final int DEEP = 20_000;
    private static final int MANY = 100_000;
    /** A longer one ends the connection before it is looked at. */
    private static final int LONGEST_PATH = 6_000;

    /** One document for each door that would be carried out there; null where a door takes none. */
    static final Map<String, String> DOORS = doors();

    private static RunningCommandSide system;

    private static Map<String, String> doors() {
        Map<String, String> doors = new TreeMap<>();
        doors.put("/api/v1/network", "{\"founderId\":\"founder\",\"purpose\":\"LIVE\"}");
        doors.put(
                "/api/v1/nodes",
                "{\"nodeId\":\"NEW\",\"type\":\"OWNER\",\"city\":\"Tbilisi\",\"ownerId\":\"founder\"}");
        doors.put("/api/v1/nodes/{nodeId}/activate", null);
        doors.put("/api/v1/nodes/{nodeId}/deactivate", null);
        doors.put("/api/v1/nodes/{nodeId}/owner", "{\"ownerId\":\"somebody\"}");
        doors.put("/api/v1/nodes/{nodeId}/terminals", "{\"terminalId\":\"TILL-2\"}");
        doors.put("/api/v1/nodes/{nodeId}/terminals/{terminalId}/revoke", null);
        doors.put("/api/v1/nodes/{nodeId}/terminals/{terminalId}/secret", null);
        doors.put("/api/v1/accounts", "{\"accountId\":\"01936f5e-8c5b-7a4e-9d3c-2b1a0f9e8d7c\",\"kind\":\"CLIENT\"}");
        doors.put("/api/v1/accounts/{accountId}/close", null);
        doors.put(
                "/api/v1/accounts/{accountId}/roles",
                "{\"role\":\"FRANCHISEE\",\"nodes\":[\"VAKE\"],\"until\":\"2099-01-01T00:00:00Z\"}");
        doors.put("/api/v1/accounts/{accountId}/roles/{role}/revoke", null);
        doors.put(
                "/api/v1/accounts/{accountId}/credentials",
                "{\"credentialId\":\"01936f5e-8c5b-7a4e-9d3c-2b1a0f9e8d7d\"}");
        doors.put(
                "/api/v1/accounts/{accountId}/credentials/proposals",
                "{\"credentialId\":\"01936f5e-8c5b-7a4e-9d3c-2b1a0f9e8d7e\"}");
        doors.put("/api/v1/accounts/{accountId}/credentials/{credentialId}/confirm", null);
        doors.put("/api/v1/accounts/{accountId}/credentials/{credentialId}/revoke", null);
        doors.put("/api/v1/network/void-approval", "{\"aboveTetri\":5000}");
        doors.put("/api/v1/network/business-day", "{\"beginsAt\":\"02:00\",\"from\":\"2099-01-01\"}");
        doors.put("/api/v1/sales/{saleId}/void/approval", null);
        doors.put("/api/v1/policies/{version}/withdraw", null);
        doors.put("/api/v1/policies", """
                {"effectiveFrom":"2099-01-01T00:00:00Z","emission":"FLAT","emissionUnits":100,"leastTotalTetri":100,\
                "ownerSplit":{"owner":51,"buyer":49,"royalty":0},\
                "franchiseSplit":{"owner":48,"buyer":49,"royalty":3},\
                "voidWindowMinutes":1440,"claimWindowMinutes":525600,\
                "caps":{"founder":48,"franchisee":24,"customer":49},"tokenPriceTetri":500}""");
        doors.put("/api/v1/wallets", "{\"holderId\":\"customer-1\"}");
        doors.put("/api/v1/sales", """
                {"nodeId":"VAKE","saleNumber":"1","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"KHI",\
                "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900,\
                "customerId":"customer-1"}""".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        doors.put("/api/v1/sales/batch", doors.get("/api/v1/sales"));
        doors.put("/api/v1/imports/sales", doors.get("/api/v1/sales"));
        doors.put(
                "/api/v1/checks/{checkId}/claim",
                "{\"claimCode\":\"0123456789\",\"walletId\":\"cus-0123456789abcdef0123456789abcdef01234567\"}");
        doors.put(
                "/api/v1/checks/claim",
                "{\"qr\":\"a.b.c\",\"walletId\":\"cus-0123456789abcdef0123456789abcdef01234567\"}");
        doors.put("/api/v1/sales/{saleId}/void", "{\"terminalId\":\"TILL-1\",\"reason\":\"NOT_SERVED\"}");
        doors.put(
                "/api/v1/sales/{saleId}/refunds",
                "{\"terminalId\":\"TILL-1\",\"refundNumber\":\"R-1\",\"amountTetri\":100,\"reason\":\"QUALITY\"}");
        return doors;
    }

    /** Fields that hold any text, with what else must be wrong for such text to be refused. */
    private static final Set<String> FREE_TEXT = Set.of("city", "code", "name", "category");

    /** Members that may be absent, and so may be null. */
    private static final Set<String> OPTIONAL = Set.of(
            "accountId",
            "credentialId",
            "nodes",
            "until",
            "purpose",
            "customerId",
            "leastTotalTetri",
            "voidWindowMinutes",
            "claimWindowMinutes",
            "caps",
            "tokenPriceTetri");

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

    static Stream<String> documentDoors() {
        return DOORS.entrySet().stream()
                .filter(door -> door.getValue() != null && !isBatch(door.getKey()))
                .map(Map.Entry::getKey);
    }

    static Stream<String> allDoors() {
        return DOORS.entrySet().stream().filter(door -> door.getValue() != null).map(Map.Entry::getKey);
    }

    static Stream<String> batchDoors() {
        return DOORS.keySet().stream().filter(HostileInputTest::isBatch);
    }

    static Stream<String> namedDoors() {
        return DOORS.keySet().stream().filter(door -> door.contains("{"));
    }

    private static boolean isBatch(String door) {
        return door.endsWith("/batch") || door.contains("/imports/");
    }

    private static String open(String door) {
        return door.replace("{nodeId}", "VAKE")
                .replace("{terminalId}", "TILL-1")
                .replace("{saleId}", "VAKE:1")
                .replace("{checkId}", "VAKE:1")
                .replace("{accountId}", "01936f5e-8c5b-7a4e-9d3c-2b1a0f9e8d7e");
    }

    /** A door that is not listed here would not be tried. */
    @Test
    void everyDoorForCommandsIsTried() {
        Set<String> mapped = system
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(toCollection(TreeSet::new));

        assertThat(mapped).isEqualTo(DOORS.keySet());
    }

    /** Readers of other formats come with libraries, and are not strict. */
    @ParameterizedTest
    @MethodSource("documentDoors")
    void noFormatButJsonIsRead(String door) {
        for (String format : List.of("yaml", "xml", "cbor", "x-jackson-smile", "x-www-form-urlencoded")) {
            Reply reply = system.post(open(door), "application/" + format, String.valueOf(DOORS.get(door)));
            assertThat(reply.status()).as("%s at %s", format, door).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @MethodSource("documentDoors")
    void whatIsNoDocumentIsRefused(String door) {
        for (String body : noDocuments()) {
            refused(door, body, system.post(open(door), body));
        }
        refused(
                door,
                "bytes that are not UTF-8",
                system.send(HttpRequest.newBuilder(system.address(open(door)))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                new byte[] {'{', '"', (byte) 0xc3, 0x28, '"', ':', '1', '}'}))
                        .build()));
    }

    @ParameterizedTest
    @MethodSource("documentDoors")
    void aDocumentWithOneHostileValueIsRefused(String door) {
        for (ObjectNode document : mutated((ObjectNode) JSON.readTree(DOORS.get(door)))) {
            String body = document.toString();
            refused(door, body, system.post(open(door), body));
        }
        for (String value : hostileNumbers()) {
            String body = withFirstNumber(String.valueOf(DOORS.get(door)), value);
            if (!body.equals(DOORS.get(door))) {
                refused(door, body, system.post(open(door), body));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("batchDoors")
    void aHostileLineOfABatchIsRefusedByItself(String door) {
        List<String> lines = new ArrayList<>(noDocuments());
        lines.removeIf(line -> line.isBlank() || line.contains("\n") || line.length() > 1_000_000);
        mutated((ObjectNode) JSON.readTree(DOORS.get(door))).forEach(document -> lines.add(document.toString()));
        long head = system.log().head();

        Reply reply = system.post(door, NDJSON, String.join("\n", lines));

        assertThat(reply.status()).isEqualTo(200);
        List<JsonNode> answers = reply.text().lines().map(JSON::readTree).toList();
        assertThat(answers).hasSameSizeAs(lines);
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.get("status").asString()).isEqualTo("refused"));
        assertThat(system.log().head()).isEqualTo(head);
    }

    @ParameterizedTest
    @MethodSource("namedDoors")
    void aHostileNameInThePathIsRefused(String door) {
        for (String name : hostileTexts()) {
            String path = door.replaceAll("\\{[a-zA-Z]+}", "@")
                    .replace(
                            "@", URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
            if (!name.isEmpty() && path.length() < LONGEST_PATH) {
                refused(path, name, system.post(path, String.valueOf(DOORS.getOrDefault(door, "{}"))));
            }
        }
    }

    /** As often as the properties beside this test are tried, but that each costs a whole request. */
    @ParameterizedTest
    @MethodSource("allDoors")
    void whateverBodyWasSpoiltIsAnsweredInWords(String door) {
        long seed = new Random().nextLong();
        Random dice = new Random(seed);
        for (int tries = Integer.getInteger("jqwik.tries.default", 1_000) / 50; tries > 0; tries--) {
            byte[] body = Spoilt.bytes(String.valueOf(DOORS.get(door)).getBytes(StandardCharsets.UTF_8), dice);
            Reply reply = system.send(HttpRequest.newBuilder(system.address(open(door)))
                    .header("Content-Type", isBatch(door) ? NDJSON : "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
            assertThat(reply.status())
                    .as("seed %d at %s: %s", seed, door, shortened(reply.text()))
                    .isBetween(200, 499);
        }
    }

    @Test
    void aDishMayBeCalledAnything() {
        String name = "'); drop table log.event; -- =HYPERLINK(1)";
        ObjectNode sale = (ObjectNode) JSON.readTree(DOORS.get("/api/v1/sales"));
        sale.put("saleNumber", "anything");
        ((ObjectNode) sale.get("items").get(0)).put("name", name);

        Reply reply = system.post("/api/v1/sales", sale.toString());

        assertThat(reply.status()).isEqualTo(201);
        long last = reply.data().get("position").asLong();
        assertThat(new String(system.log().read(last - 2, 1).events().getFirst().payload(), StandardCharsets.UTF_8))
                .contains(name);
    }

    private static void refused(String door, String sent, Reply reply) {
        long head = system.log().head();
        String what = "%s at %s: %s".formatted(shortened(sent), door, shortened(reply.text()));
        assertThat(reply.status()).as(what).isBetween(400, 499);
        if (!reply.text().isEmpty() && reply.header("Content-Type").contains("json")) {
            assertThat(reply.header("Content-Type")).as(what).isEqualTo("application/problem+json");
            assertThat(reply.json().get("success").asBoolean()).as(what).isFalse();
            assertThat(reply.code()).as(what).isNotBlank();
        }
        assertThat(system.log().head()).as(what).isEqualTo(head);
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + " … " + text.length();
    }

    private static List<String> noDocuments() {
        return List.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "[{}]",
                "{}",
                "null",
                "true",
                "1",
                "NaN",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "\"text\"",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":1}{\"a\":1}",
                "// a comment\n{}",
                "\u0000",
                "{\"nodeId\":\"A\",\"nodeId\":\"B\"}",
                "{\"__proto__\":{\"admin\":true}}",
                "{\"@class\":\"java.lang.ProcessBuilder\"}",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "{\"a\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}",
                "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
                "[" + "0,".repeat(MANY) + "0]",
                "{\"a\":\"" + "x".repeat(300_000) + "\"}",
                "9".repeat(10_000));
    }

    private static List<String> hostileTexts() {
        return List.of(
                "",
                " ",
                "\t",
                "a\u0000b",
                "a\nb",
                "\u2028",
                "'; drop table log.event; --",
                "1 or 1=1",
                "=1+1",
                "@SUM(A1)",
                "<script>alert(1)</script>",
                "../../etc/passwd",
                "${jndi:ldap://localhost/a}",
                "%00",
                "a:b:c",
                "é".repeat(500),
                "x".repeat(10_000));
    }

    private static List<String> hostileNumbers() {
        return List.of(
                "9223372036854775808",
                "-9223372036854775809",
                "1e400",
                "1e2",
                "1.5",
                "-1",
                "-0",
                "007",
                "0x10",
                "NaN",
                "\"1\"",
                "9".repeat(5_000));
    }

    /** The document once for each of its values and each hostile value in its place. */
    private static List<ObjectNode> mutated(ObjectNode document) {
        List<ObjectNode> mutants = new ArrayList<>();
        for (String name : names(document)) {
            for (JsonNode value : valuesFor(name, document.get(name))) {
                mutants.add(document.deepCopy().set(name, value));
            }
            if (document.get(name) instanceof ObjectNode inner) {
                mutated(inner).forEach(mutant -> mutants.add(document.deepCopy().set(name, mutant)));
            }
            if (document.get(name) instanceof ArrayNode list && list.get(0) instanceof ObjectNode inner) {
                mutated(inner)
                        .forEach(mutant -> mutants.add(document.deepCopy()
                                .set(name, JSON.createArrayNode().add(mutant))));
                mutants.add(
                        document.deepCopy().set(name, JSON.createArrayNode().addAll(Collections.nCopies(501, inner))));
                mutants.add(document.deepCopy().set(name, JSON.createArrayNode().add(JSON.nullNode())));
            }
            if (!OPTIONAL.contains(name)) {
                ObjectNode without = document.deepCopy();
                without.remove(name);
                mutants.add(without);
            }
        }
        mutants.add(document.deepCopy().put("anUnknownMember", 1));
        return mutants;
    }

    private static List<String> names(ObjectNode document) {
        return List.copyOf(document.propertyNames());
    }

    private static List<JsonNode> valuesFor(String name, JsonNode good) {
        List<JsonNode> values = new ArrayList<>();
        if (!OPTIONAL.contains(name)) {
            values.add(JSON.nullNode());
        }
        values.add(JSON.createArrayNode());
        values.add(JSON.getNodeFactory().booleanNode(true));
        values.add(JSON.getNodeFactory().numberNode(-1));
        values.add(JSON.getNodeFactory().numberNode(1.5));
        if (!good.isObject()) {
            values.add(JSON.createObjectNode());
        }
        for (String text : hostileTexts()) {
            if (!FREE_TEXT.contains(name)
                    || text.isBlank()
                    || text.length() > 1_000
                    || text.matches("(?s).*\\p{Cntrl}.*")) {
                values.add(JSON.getNodeFactory().stringNode(text));
            }
        }
        return values;
    }

    /** In place of the first number of a document. */
    private static String withFirstNumber(String document, String value) {
        return document.replaceFirst("\":[0-9]+", "\":" + value);
    }
}
