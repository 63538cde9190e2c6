package com.hotpotspot.command.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody can do with a connection before, while and after a request is sent, on real sockets. */
class ConnectionsTest {

    private static final int PER_ADDRESS = 20;
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(100);
    private static final Duration LONG_AFTER_EVERY_DEADLINE = Duration.ofMinutes(1);

    private static RunningCommandSide system;

    @BeforeAll
    static void impatient() {
        system = new RunningCommandSide(
                "--hotpotspot.limits.connections.in-all=40",
                "--hotpotspot.limits.connections.per-address=" + PER_ADDRESS,
                "--hotpotspot.limits.deadlines.idle=3s",
                "--hotpotspot.limits.deadlines.header=1s",
                "--hotpotspot.limits.deadlines.silence=1s",
                "--hotpotspot.limits.deadlines.body=30s",
                "--hotpotspot.limits.deadlines.bytes-per-second=1000");
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post(
                "/api/v1/nodes",
                "{\"nodeId\":\"VAKE\",\"type\":\"OWNER\",\"city\":\"Tbilisi\",\"ownerId\":\"founder\"}");
        system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static String sale(String number) {
        return """
        {"nodeId":"VAKE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"KHI",\
        "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900}""".formatted(number, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String post(String path, String type, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nAuthorization: Bearer "
                + system.administratorsToken() + "\r\n" + headers + "\r\n";
    }

    private static JsonNode problem(String answer) {
        assertThat(answer).contains("Content-Type: application/problem+json");
        String body = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
        JsonNode problem = JsonMapper.shared().readTree(body);
        assertThat(problem.get("success").asBoolean()).isFalse();
        assertThat(problem.get("detail").asString()).isNotBlank();
        return problem;
    }

    @Test
    void thoseWhoWaitMakeRoomForTills() throws IOException {
        List<RawConnection> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * PER_ADDRESS; i++) {
                RawConnection one = new RawConnection(system.port());
                crowd.add(one);
                if (i % 2 == 0) {
                    one.trySend("POST /api/v1/sales HTTP/1.1\r\nHost: loc");
                }
            }

            assertThat(system.get("/api/v1/health").status()).isEqualTo(200);
            assertThat(system.post("/api/v1/sales", sale("in-the-crowd")).status())
                    .isEqualTo(201);
            await().until(() ->
                    crowd.stream().filter(it -> !it.isClosedByTheOtherEnd()).count() <= PER_ADDRESS);
        } finally {
            for (RawConnection one : crowd) {
                one.close();
            }
        }
    }

    @Test
    void aConnectionOnWhichNothingIsAskedIsClosed() throws IOException {
        try (RawConnection silent = new RawConnection(system.port());
                RawConnection satisfied = new RawConnection(system.port())) {
            satisfied.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(silent.answerUntilTheEnd()).isEmpty();
            assertThat(satisfied.answerUntilTheEnd()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aHeaderThatTricklesInIsCut() throws IOException {
        try (RawConnection slow = new RawConnection(system.port())) {
            slow.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            isCutThoughItTricklesOn(slow);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sales, application/json",
        "/api/v1/sales/batch, application/x-ndjson",
        "/oauth2/token, application/x-www-form-urlencoded",
        "/sign-in, application/x-www-form-urlencoded",
        "/sign-in/password, application/x-www-form-urlencoded"
    })
    void aBodyThatTricklesInIsAnsweredThatItIsTooSlow(String door, String type) throws IOException {
        try (RawConnection slow = new RawConnection(system.port())) {
            slow.send(post(door, type, "Content-Length: 5000\r\n"));

            await().atMost(LONG_AFTER_EVERY_DEADLINE)
                    .pollInterval(BETWEEN_BYTES)
                    .until(() -> !slow.trySend(" ") || slow.hasAnswered());

            String answer = slow.answerUntilTheEnd();
            assertThat(answer).startsWith("HTTP/1.1 408");
            assertThat(problem(answer).get("code").asString()).isEqualTo("request-timeout");
        }
    }

    /** Each byte that comes there is no part of the body, and so ends no wait for it. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/sales, application/json, '0\\r\\nX: '",
        "/api/v1/sales, application/json, '1;'",
        "/api/v1/sales/batch, application/x-ndjson, '0\\r\\nX: '",
        "/api/v1/sales/batch, application/x-ndjson, '1;'",
        "/api/v1/sales/batch, application/x-ndjson, '3\\r\\n{}\\n\\r\\n1;'",
    })
    void whatTricklesInBesideABodyIsCut(String door, String type, String begun) throws IOException {
        try (RawConnection slow = new RawConnection(system.port())) {
            slow.send(post(door, type, "Transfer-Encoding: chunked\r\n"));
            slow.send(begun.translateEscapes());

            isCutThoughItTricklesOn(slow);
        }
    }

    /** The server reads forms by itself as soon as anybody asks for a parameter, at whatever door. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/sales", "/api/v1/nodes", "/api/v1/unknown"})
    void aFormThatTricklesInWhereNoneIsTakenIsCut(String door) throws IOException {
        try (RawConnection slow = new RawConnection(system.port())) {
            slow.send(post(door, "application/x-www-form-urlencoded", "Content-Length: 5000\r\n"));

            isCutThoughItTricklesOn(slow);
        }
    }

    private static void isCutThoughItTricklesOn(RawConnection slow) {
        await().atMost(LONG_AFTER_EVERY_DEADLINE)
                .pollInterval(BETWEEN_BYTES)
                .until(() -> !slow.trySend("x") || slow.isClosedByTheOtherEnd());
    }

    @Test
    void formsOfStrangersMakeRoomForTills() throws IOException {
        List<RawConnection> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * PER_ADDRESS; i++) {
                RawConnection one = new RawConnection(system.port());
                crowd.add(one);
                one.trySend(post("/oauth2/token", "application/x-www-form-urlencoded", "Content-Length: 5000\r\n"));
            }

            assertThat(system.get("/api/v1/health").status()).isEqualTo(200);
            assertThat(system.post("/api/v1/sales", sale("among-forms")).status())
                    .isEqualTo(201);
        } finally {
            for (RawConnection one : crowd) {
                one.close();
            }
        }
    }

    @Test
    void aBodyThatNeverComesIsAnsweredThatItIsTooSlow() throws IOException {
        try (RawConnection slow = new RawConnection(system.port())) {
            slow.send(post("/api/v1/sales", "application/json", "Content-Length: 5000\r\n"));

            String answer = slow.answerUntilTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 408");
            assertThat(problem(answer).get("code").asString()).isEqualTo("request-timeout");
        }
    }

    /** Neither is the body of a stranger read, nor are they waited for. */
    @Test
    void aStrangerIsAnsweredBeforeTheirBody() throws IOException {
        try (RawConnection stranger = new RawConnection(system.port())) {
            stranger.send("POST /api/v1/sales HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 200000\r\nExpect: 100-continue\r\n\r\n");

            assertThat(stranger.answerUntilTheEnd()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void aLineIsRecordedAsSoonAsItWasSent() throws IOException {
        long head = system.log().head();
        try (RawConnection till = new RawConnection(system.port())) {
            String first = sale("first-of-two") + "\n";
            String second = sale("second-of-two") + "\n";
            till.send(post(
                    "/api/v1/sales/batch",
                    "application/x-ndjson",
                    "Connection: close\r\nContent-Length: " + (first.length() + second.length()) + "\r\n"));
            till.send(first);

            await().until(() -> system.log().head() == head + 3);
            till.send(second);

            assertThat(till.answerUntilTheEnd())
                    .contains("\"line\":1", "\"line\":2")
                    .doesNotContain("refused");
        }
    }

    /** It does not listen before it has sent everything, and everything is more than any buffer on the way holds. */
    @Test
    void aTillMayWriteAllBeforeItReadsAnything() throws IOException {
        int lines = 5_000;
        try (RawConnection till = new RawConnection(system.port())) {
            till.send(post(
                    "/api/v1/sales/batch",
                    "application/x-ndjson",
                    "Connection: close\r\nContent-Length: " + 3 * lines + "\r\n"));
            for (int i = 0; i < lines; i++) {
                till.send("{}\n");
            }

            // A chunk may end in the middle of anything.
            String answer = till.answerUntilTheEnd().replaceAll("\r\n[0-9a-f]+\r\n", "");
            assertThat(answer).contains("\"line\":" + lines).hasSizeGreaterThan(2_000_000);
        }
    }

    @Test
    void whatIsNoRequestIsAnsweredAsEverythingElseIs() throws IOException {
        for (String nonsense : List.of(
                "GET /api/v1/health\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "G(T /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: local host\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n",
                "GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n",
                "TRACE /api/v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/v1/sales%2fbatch HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            try (RawConnection somebody = new RawConnection(system.port())) {
                somebody.send(nonsense);

                String answer = somebody.answerUntilTheEnd();

                String what = nonsense.substring(0, Math.min(60, nonsense.length()));
                assertThat(answer).as(what).startsWith("HTTP/1.1 4");
                assertThat(problem(answer).get("code").asString()).as(what).isNotBlank();
            }
        }
    }

    @Test
    void whoSendsAgainAndAgainIsServedAllTheTime() {
        for (int i = 0; i < 3 * PER_ADDRESS; i++) {
            Reply reply = system.post("/api/v1/sales", sale("steady-" + i));
            assertThat(reply.status()).isEqualTo(201);
        }
    }
}
