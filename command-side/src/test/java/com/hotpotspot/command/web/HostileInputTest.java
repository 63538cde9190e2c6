package com.hotpotspot.command.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.testing.Spoilt;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
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

    private static final SortedSet<String> DOORS = CommandDoors.all();

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

    static Stream<String> documentDoors() {
        return allDoors().filter(door -> !isBatch(door));
    }

    static Stream<String> allDoors() {
        return DOORS.stream().filter(door -> CommandDoors.takenAt(door).isPresent());
    }

    static Stream<String> batchDoors() {
        return allDoors().filter(HostileInputTest::isBatch);
    }

    static Stream<String> namedDoors() {
        return DOORS.stream().filter(door -> door.contains("{"));
    }

    private static boolean isBatch(String door) {
        return door.endsWith("/batch") || door.contains("/imports/");
    }

    /** Whoever adds a door need not think of this test: it is told by the document of the interface; forms are not. */
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

        assertThat(mapped).filteredOn(path -> !path.startsWith("/sign-in/")).containsExactlyElementsOf(DOORS);
    }

    /** Readers of other formats come with libraries, and are not strict. */
    @ParameterizedTest
    @MethodSource("documentDoors")
    void noFormatButJsonIsRead(String door) {
        for (String format : List.of("yaml", "xml", "cbor", "x-jackson-smile", "x-www-form-urlencoded")) {
            Reply reply = system.post(CommandDoors.open(door), "application/" + format, CommandDoors.example(door));
            assertThat(reply.status()).as("%s at %s", format, door).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @MethodSource("documentDoors")
    void whatIsNoDocumentIsRefused(String door) {
        for (String body : noDocuments()) {
            refused(door, body, system.post(CommandDoors.open(door), body));
        }
        refused(
                door,
                "bytes that are not UTF-8",
                system.send(HttpRequest.newBuilder(system.address(CommandDoors.open(door)))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                new byte[] {'{', '"', (byte) 0xc3, 0x28, '"', ':', '1', '}'}))
                        .build()));
    }

    @ParameterizedTest
    @MethodSource("documentDoors")
    void aDocumentWithOneHostileValueIsRefused(String door) {
        String example = CommandDoors.example(door);
        for (String body : CommandDoors.mutated(door)) {
            refused(door, body, system.post(CommandDoors.open(door), body));
        }
        for (String value : hostileNumbers()) {
            String body = withFirstNumber(example, value);
            if (!body.equals(example)) {
                refused(door, body, system.post(CommandDoors.open(door), body));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("batchDoors")
    void aHostileLineOfABatchIsRefusedByItself(String door) {
        List<String> lines = new ArrayList<>(noDocuments());
        lines.removeIf(line -> line.isBlank() || line.contains("\n") || line.length() > 1_000_000);
        lines.addAll(CommandDoors.mutated(door));
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
        for (String name : HostileMembers.texts()) {
            String path = door.replaceAll("\\{[a-zA-Z]+}", "@")
                    .replace(
                            "@", URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
            if (!name.isEmpty() && path.length() < LONGEST_PATH) {
                refused(
                        path,
                        name,
                        system.post(path, CommandDoors.takenAt(door).isPresent() ? CommandDoors.example(door) : "{}"));
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
            byte[] body = Spoilt.bytes(CommandDoors.example(door).getBytes(StandardCharsets.UTF_8), dice);
            Reply reply = system.send(HttpRequest.newBuilder(system.address(CommandDoors.open(door)))
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
        ObjectNode sale = (ObjectNode) JSON.readTree(CommandDoors.example("/api/v1/sales"));
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

    /** In place of the first number of a document. */
    private static String withFirstNumber(String document, String value) {
        return document.replaceFirst("\":[0-9]+", "\":" + value);
    }
}
