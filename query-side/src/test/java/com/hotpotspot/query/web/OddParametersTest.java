package com.hotpotspot.query.web;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.projection.Impatience;
import com.hotpotspot.query.testing.PagePaths;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Whatever a parameter is given, its door answers, and says which one it cannot make sense of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddParametersTest {

    /** Of which ten would be more than the first line of a request may hold. */
    private static final int LONG = 100;

    private static final Set<String> NAMES =
            Set.of("from", "to", "position", "below", "limit", "format", "type", "follow", "atLeast", "size");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.with(
            List.of(Impatience.class),
            database,
            "hotpotspot.audit.seal=true",
            "hotpotspot.audit.every=100ms",
            "hotpotspot.exports.manifests-per-hour=100000",
            "hotpotspot.keystore.file=" + TestKeystore.shared().file(),
            "hotpotspot.keystore.passphrase-file=" + TestKeystore.shared().passphraseFile());

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        log.sell(log.register("VAKE", NodeType.OWNER, "Tbilisi"), "1", "2026-01-15T10:00:00Z", khinkali(1));
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void noDoorBreaksOnAnyValue(String door) {
        List<String> broken = new ArrayList<>();
        List<List<String>> together = askedTogether(door);
        OddValues.all()
                .forEach(value -> (value.length() > LONG ? eachByItself(together) : together).forEach(names -> {
                    int status = ask(door, names, value).getStatus().value();
                    if (status >= 500) {
                        broken.add(names + "=" + value + " is answered " + status);
                    }
                }));

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("com.hotpotspot.query.web.OddValues#NO_DAYS")
    void aDayOnWhichNothingCanHaveHappenedIsRefusedByItsName(String day) {
        for (String door : List.of(
                "GET /api/v1/network/sales",
                "GET /api/v1/nodes/VAKE/sales",
                "GET /api/v1/exports/sales",
                "POST /api/v1/exports/sales/manifest")) {
            expectRefused(door, "from", day);
            expectRefused(door, "to", day);
        }
        for (String page : List.of("GET /", "GET /nodes/VAKE")) {
            assertThat(ask(page, "from", day).getStatus().value()).isEqualTo(400);
            assertThat(ask(page, "to", day).getStatus().value()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @FieldSource("com.hotpotspot.query.web.OddValues#NO_POSITIONS")
    void aPositionThatNoLogHasIsRefusedByItsName(String position) {
        expectRefused("GET /api/v1/exports/sales", "position", position);
        expectRefused("POST /api/v1/exports/sales/manifest", "position", position);
        expectRefused("GET /api/v1/events", "from", position);
        expectRefused("GET /api/v1/audit/consistency", "from", position);
        expectRefused("GET /api/v1/audit/checkpoints", "below", position);
        expectRefused("GET /api/v1/audit/checkpoints", "limit", position);
        // Where people type or paste it, spaces around it do not matter.
        if (!position.equals(position.strip())) {
            return;
        }
        assertThat(ask("GET /audit", "position", position).getStatus().value()).isEqualTo(400);
    }

    @Test
    void theDoorsWithParametersAreAmongThoseThatAreTried() {
        assertThat(doors().filter(door -> NAMES.stream().anyMatch(name -> knows(door, name))))
                .contains(
                        "GET /",
                        "GET /nodes/VAKE",
                        "GET /audit",
                        "GET /api/v1/network/sales",
                        "GET /api/v1/exports/sales",
                        "POST /api/v1/exports/sales/manifest",
                        "GET /api/v1/events",
                        "GET /api/v1/audit/checkpoints");
    }

    /** Every door of the query side that has an end. */
    private Stream<String> doors() {
        return side
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + path(pattern.getPatternString()))))
                .filter(door -> !door.equals("GET /live"))
                .distinct()
                .sorted();
    }

    private static String path(String pattern) {
        return PagePaths.filled(pattern)
                .replaceAll("\\{(size|versionNumber)}", "3")
                .replace("{saleNumber}", "1")
                .replace("{*rest}", "/0/000");
    }

    /** Each that is read strictly by itself, since its refusal hides the others; those that never are, all at once. */
    private List<List<String>> askedTogether(String door) {
        List<String> known =
                NAMES.stream().filter(name -> knows(door, name)).sorted().toList();
        List<List<String>> groups = new ArrayList<>();
        List<String> never = new ArrayList<>();
        for (String name : known) {
            if (ask(door, List.of(name, name), "1").getStatus().value() == 400) {
                groups.add(List.of(name));
            } else {
                never.add(name);
            }
        }
        if (!never.isEmpty()) {
            groups.add(never);
        }
        return groups;
    }

    private static List<List<String>> eachByItself(List<List<String>> together) {
        return together.stream().flatMap(List::stream).map(List::of).toList();
    }

    /** A page takes no notice of what it does not know, and other doors refuse it. */
    private boolean knows(String door, String name) {
        return !body(ask(door, name, "1")).contains(name + " is unknown");
    }

    private void expectRefused(String door, String name, String value) {
        EntityExchangeResult<byte[]> answer = ask(door, name, value);

        assertThat(answer.getStatus().value())
                .as(door + " " + name + "=" + value)
                .isEqualTo(400);
        assertThat(body(answer)).contains("\"field\":\"" + name + "\"");
    }

    private EntityExchangeResult<byte[]> ask(String door, String name, String value) {
        return ask(door, List.of(name), value);
    }

    /** Gives all of them the same value. */
    private EntityExchangeResult<byte[]> ask(String door, List<String> names, String value) {
        String[] parts = door.split(" ");
        String query = names.stream()
                .map(name -> name + "=" + URLEncoder.encode(value, UTF_8))
                .collect(Collectors.joining("&"));
        return side.client()
                .method(HttpMethod.valueOf(parts[0]))
                .uri(URI.create(side.url(parts[1]) + "?" + query))
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static String body(EntityExchangeResult<byte[]> answer) {
        return new String(Objects.requireNonNullElse(answer.getResponseBody(), new byte[0]), UTF_8);
    }
}
