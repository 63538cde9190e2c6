package com.hotpotspot.query.web;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.webflux.actuate.endpoint.web.WebFluxEndpointHandlerMapping;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/**
 * Whatever kind of answer somebody wants, at whichever door, they get one or are told that there is none: never 500.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class OddAcceptsTest {

    private static final List<String> ODD = List.of(
            "text/event-stream",
            "text/event-stream, text/html",
            "text/html;q=0.1, text/event-stream",
            "text/*",
            "application/stream+json",
            "application/x-ndjson",
            "application/vnd.api+json",
            "application/json;stream=true",
            "image/png",
            "application/octet-stream",
            "multipart/form-data",
            "text/html;charset=utf-16",
            "text/html;charset=none",
            "*/*;q=0",
            ",,,",
            ",",
            " ",
            ";",
            "*/json",
            "text/html;level=1;q=0.5");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.on(
            database, "hotpotspot.limits.open-doors.per-address=100000", "hotpotspot.access.limits.ADMIN=100000");

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        log.sell(log.register("VAKE", NodeType.OWNER, "Tbilisi"), "1", "2026-03-01T10:00:00Z", khinkali(5));
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void everyDoorAnswersWhateverSomebodyAccepts() throws IOException {
        Set<String> doors = doors();
        assertThat(doors).contains("GET /", "GET /nodes/VAKE", "POST /audit", "GET /actuator/health", "GET /live");
        List<String> wrong = new ArrayList<>();
        for (String door : doors) {
            for (String accept : ODD) {
                for (boolean signedIn : new boolean[] {true, false}) {
                    String status = status(door, accept, signedIn);
                    if (!status.matches("HTTP/1.1 [234].*")) {
                        wrong.add(
                                door + " with Accept: " + accept + (signedIn ? "" : " by a stranger") + " → " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Set<String> doors() {
        Set<String> doors = new TreeSet<>(List.of("GET /assets/app.css", "GET /nothing", "GET /actuator"));
        Stream.concat(
                        side.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream(),
                        side.context().getBeansOfType(WebFluxEndpointHandlerMapping.class).values().stream())
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(door -> doors.addAll(named(door)));
        return doors;
    }

    private static List<String> named(RequestMappingInfo door) {
        return door.getPatternsCondition().getPatterns().stream()
                .map(pattern -> VARIABLE.matcher(pattern.getPatternString())
                        .replaceAll(variable -> switch (variable.group()) {
                            case "{nodeId}", "{node}" -> "VAKE";
                            case "{*rest}", "{*path}" -> "0/000";
                            default -> "1";
                        }))
                // Else it waits for the seal.
                .map(path -> path.endsWith("/manifest") ? path + "?from=never" : path)
                .flatMap(path -> methods(door).map(method -> method + " " + path))
                .toList();
    }

    private static Stream<HttpMethod> methods(RequestMappingInfo door) {
        Set<RequestMethod> methods = door.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of(HttpMethod.GET) : methods.stream().map(RequestMethod::asHttpMethod);
    }

    private String status(String door, String accept, boolean signedIn) throws IOException {
        try (RawConnection somebody = new RawConnection(side.port())) {
            somebody.send(door + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
                    + (signedIn ? "Authorization: " + side.authorization() + "\r\n" : "")
                    + "Accept: " + accept + "\r\n\r\n");
            return somebody.firstLine();
        }
    }
}
