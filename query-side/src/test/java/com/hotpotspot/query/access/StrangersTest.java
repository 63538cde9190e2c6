package com.hotpotspot.query.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.hotpotspot.access.Door;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.testing.Logged;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever does not say who they are is answered before anything that they send is read: here they announce a body and
 * never send it, at every locked door and where there is none, in every method and with every odd header.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int ANNOUNCED = 100_000_000;

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");

    private static final List<String> CONTENT_TYPES = List.of(
            "",
            "application/json",
            "Application/X-NDJSON",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "multipart/mixed; boundary=" + "x".repeat(70),
            "text/html; charset=no-such-charset",
            "application/octet-stream",
            "no/such/type",
            ";",
            "*/*");

    private static final List<String> ACCEPTED =
            List.of("", "*/*", "application/json", "text/csv", "text/event-stream", "yaml", "a/b;q=2", ";");

    private static final List<String> OTHER_HEADERS = List.of(
            "Cookie: HPS-PAGES=made-up",
            "Cookie: HPS-PAGES=made-up; HPS-SIGN-IN-0=made-up; =; a",
            "X-CSRF-TOKEN: made-up",
            "Authorization: Basic YTpi",
            "Content-Encoding: gzip",
            "X-HTTP-Method-Override: GET",
            "Idempotency-Key: one",
            "Range: bytes=0-");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void strangersAreAnsweredBeforeWhatTheySendIsRead() throws IOException {
        List<String> paths = paths();
        assertThat(paths).hasSizeGreaterThan(20);
        int turn = 0;
        for (String path : paths) {
            for (String method : METHODS) {
                for (String contentType : CONTENT_TYPES) {
                    String accept = ACCEPTED.get(turn % ACCEPTED.size());
                    String other = OTHER_HEADERS.get(turn % OTHER_HEADERS.size());
                    turn++;
                    String request = head(method, path, contentType, accept, other);

                    Answer answer = answer(request);

                    assertThat(answer.status()).as(request).isIn(400, 401, 403);
                    assertThat(answer.contentType()).as(request).isNotEqualTo("text/html");
                }
            }
        }
    }

    /** So that lines which tell of something are not pushed out by those that tell of nothing. */
    @Test
    void strangersLeaveNoLineInTheLog() throws IOException {
        List<ILoggingEvent> logged = Logged.during(() -> {
            for (String path : paths()) {
                for (String method : METHODS) {
                    answer(head(method, path, "multipart/form-data", "yaml", "Cookie: HPS-PAGES=made-up"));
                }
            }
        });
        assertThat(logged).isEmpty();
    }

    private List<String> paths() {
        Stream<String> locked = side
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(door -> isLocked(door.getValue()))
                .flatMap(door -> patterns(door).map(pattern -> pattern.replaceAll("\\{[^}]*}", "1")));
        return Stream.concat(
                        locked,
                        Stream.of(
                                "/actuator",
                                "/actuator/info",
                                "/actuator/prometheus",
                                "/actuator/env",
                                "/nothing",
                                "/api/v1/nothing",
                                "/api/v9/nothing",
                                "/login",
                                "/logout",
                                "/sign-out",
                                "/sign-in",
                                "/login/oauth2/code/hotpotspot",
                                "/login/oauth2/code/other?code=a&state=b",
                                "/static/assets/app.css",
                                "/a".repeat(1_000)))
                .distinct()
                .toList();
    }

    private static boolean isLocked(HandlerMethod method) {
        return !(Door.of(method.getMethod(), method.getBeanType()) instanceof Door.Open);
    }

    private static Stream<String> patterns(Map.Entry<RequestMappingInfo, HandlerMethod> door) {
        return door.getKey().getPatternsCondition().getPatterns().stream().map(Object::toString);
    }

    private static String head(String method, String path, String contentType, String accept, String other) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %s\r\n%s%s%s\r\n\r\n"
                .formatted(
                        method, path, ANNOUNCED, header("Content-Type", contentType), header("Accept", accept), other);
    }

    private static String header(String name, String value) {
        return value.isEmpty() ? "" : name + ": " + value + "\r\n";
    }

    private Answer answer(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), side.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            out.flush();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            assertThat(lines).as(head).isNotEmpty();
            return new Answer(
                    Integer.parseInt(lines.getFirst().split(" ")[1]),
                    lines.stream()
                            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse(""));
        }
    }

    private record Answer(int status, String contentType) {}
}
