package com.hotpotspot.query.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.query.web.PageAssets;
import com.hotpotspot.testing.Logged;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody can do with a connection before, while and after a request is sent, on real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsTest {

    private static final int PER_ADDRESS = 20;
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(100);
    private static final Duration LONG_AFTER_EVERY_DEADLINE = Duration.ofMinutes(1);
    private static final String HEALTH = "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(
            database,
            "hotpotspot.limits.connections.in-all=40",
            "hotpotspot.limits.connections.per-address=" + PER_ADDRESS,
            "hotpotspot.limits.deadlines.idle=3s",
            "hotpotspot.limits.deadlines.header=1s",
            "hotpotspot.limits.deadlines.silence=1s",
            "hotpotspot.limits.deadlines.body=30s",
            "hotpotspot.limits.deadlines.bytes-per-second=1000");

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    private String form(String headers) {
        return "POST /audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Authorization: " + side.authorization() + "\r\n" + headers + "\r\n";
    }

    private static JsonNode problem(String answer) {
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        String body = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
        JsonNode problem = JsonMapper.shared().readTree(body);
        assertThat(problem.get("success").asBoolean()).isFalse();
        assertThat(problem.get("detail").asString()).isNotBlank();
        return problem;
    }

    @Test
    void thoseWhoWaitMakeRoomForReaders() throws IOException {
        List<RawConnection> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * PER_ADDRESS; i++) {
                RawConnection one = new RawConnection(side.port());
                crowd.add(one);
                if (i % 2 == 0) {
                    one.trySend("GET /api/v1/health HTTP/1.1\r\nHost: loc");
                }
            }

            assertThat(side.statusForNobody("/api/v1/health")).isEqualTo(200);
            assertThat(side.statusWith(side.authorization(), "/api/v1/network/stats"))
                    .isEqualTo(200);
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
        try (RawConnection silent = new RawConnection(side.port());
                RawConnection satisfied = new RawConnection(side.port())) {
            satisfied.send(HEALTH + "\r\n");

            assertThat(silent.answerUntilTheEnd()).isEmpty();
            assertThat(satisfied.answerUntilTheEnd()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aHeaderThatTricklesInIsCut() throws IOException {
        try (RawConnection slow = new RawConnection(side.port())) {
            slow.send(HEALTH + "X-Slow: ");

            await().atMost(LONG_AFTER_EVERY_DEADLINE)
                    .pollInterval(BETWEEN_BYTES)
                    .until(() -> !slow.trySend("x") || slow.isClosedByTheOtherEnd());
        }
    }

    @Test
    void requestsThatAreSentAtOnceAreAnsweredInTurnAndAHalfOneIsCut() throws IOException {
        try (RawConnection eager = new RawConnection(side.port())) {
            eager.send((HEALTH + "\r\n").repeat(3) + HEALTH + "X-Ha");

            assertThat(eager.answerUntilTheEnd().split("HTTP/1.1 200", -1)).hasSize(4);
        }
    }

    /** Each byte that comes there is no part of the body, and so ends no wait for it. */
    @ParameterizedTest
    @ValueSource(strings = {"0\r\nX: ", "1;", "5\r\nx=123\r\n1;"})
    void whatTricklesInBesideABodyIsCut(String begun) throws IOException {
        try (RawConnection slow = new RawConnection(side.port())) {
            slow.send(form("Transfer-Encoding: chunked\r\n"));
            slow.send(begun);

            await().atMost(LONG_AFTER_EVERY_DEADLINE)
                    .pollInterval(BETWEEN_BYTES)
                    .until(() -> !slow.trySend("x") || slow.isClosedByTheOtherEnd());
        }
    }

    @Test
    void aBodyThatTricklesInIsAnsweredThatItIsTooSlow() throws IOException {
        try (RawConnection slow = new RawConnection(side.port())) {
            slow.send(form("Content-Length: 5000\r\n"));

            await().atMost(LONG_AFTER_EVERY_DEADLINE)
                    .pollInterval(BETWEEN_BYTES)
                    .until(() -> !slow.trySend("x") || slow.hasAnswered());

            String answer = slow.answerUntilTheEnd();
            assertThat(answer).startsWith("HTTP/1.1 408");
            assertThat(problem(answer).get("code").asString()).isEqualTo("request-timeout");
        }
    }

    @Test
    void aBodyThatNeverComesIsAnsweredThatItIsTooSlow() throws IOException {
        try (RawConnection slow = new RawConnection(side.port())) {
            slow.send(form("Content-Length: 5000\r\n"));

            String answer = slow.answerUntilTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 408");
            assertThat(problem(answer).get("code").asString()).isEqualTo("request-timeout");
        }
    }

    /** What was not read of a body is not waited for either. */
    @Test
    void aStrangerIsAnsweredBeforeTheirBodyAndCutWhileTheySendIt() throws IOException {
        try (RawConnection stranger = new RawConnection(side.port())) {
            stranger.send("POST /audit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000\r\n\r\n");

            await().atMost(LONG_AFTER_EVERY_DEADLINE)
                    .pollInterval(BETWEEN_BYTES)
                    .until(() -> !stranger.trySend("x"));
            assertThat(stranger.whatCame()).startsWith("HTTP/1.1 401");
        }
    }

    /**
     * However little happens: those who are silent, one after the other, are all closed before it hears of anything.
     */
    @Test
    void whoFollowsTheLogIsNotIdle() throws IOException {
        try (RawConnection follower = new RawConnection(side.port())) {
            follower.send("GET /api/v1/events?follow=true&type=node.registered HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: " + side.authorization() + "\r\n\r\n");
            for (int i = 0; i < 2; i++) {
                try (RawConnection silent = new RawConnection(side.port())) {
                    assertThat(silent.answerUntilTheEnd()).isEmpty();
                }
            }
            log.register("VAKE", NodeType.OWNER, "Tbilisi");

            await().until(() -> follower.whatCame().contains("\"node.registered\""));
        }
    }

    @Test
    void aReaderThatDoesNotReadIsEnded() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), side.port()));
        try (RawConnection deaf = new RawConnection(socket)) {
            String asset = side.bean(PageAssets.class).htmx();
            // More than all buffers on the way can hold.
            deaf.send(("GET " + asset + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(99));

            await().atMost(LONG_AFTER_EVERY_DEADLINE)
                    .pollInterval(BETWEEN_BYTES)
                    .until(() -> !deaf.trySend("x"));
        }
    }

    @Test
    void whatIsNoRequestIsAnsweredAsEverythingElseIsAndLeavesNoLineInTheLog() throws IOException {
        assertThat(Logged.during(this::answerNonsense)).isEmpty();
    }

    private void answerNonsense() throws IOException {
        String close = "Connection: close\r\n\r\n";
        for (String nonsense : List.of(
                "GET /api/v1/health\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "G(T /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: local host\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n",
                "GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n",
                "POST /audit HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
                "TRACE /api/v1/health HTTP/1.1\r\nHost: localhost\r\n" + close,
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n" + close,
                "GET /tile/0/%00 HTTP/1.1\r\nHost: localhost\r\n" + close,
                "nonsense\r\n\r\n")) {
            try (RawConnection somebody = new RawConnection(side.port())) {
                somebody.send(nonsense);

                String answer = somebody.answerUntilTheEnd();

                String what = nonsense.substring(0, Math.min(60, nonsense.length()));
                assertThat(answer).as(what).startsWith("HTTP/1.1 4");
                assertThat(problem(answer).get("code").asString()).as(what).isNotBlank();
            }
        }
    }

    @Test
    void toAClientThatKnowsNoChunksTheEndOfTheConnectionIsThatOfTheAnswer() throws IOException {
        try (RawConnection old = new RawConnection(side.port())) {
            old.send("GET /api/v1/events?type=network.founded HTTP/1.0\r\nConnection: keep-alive\r\nAuthorization: "
                    + side.authorization() + "\r\n\r\n");

            String answer = old.answerUntilTheEnd();

            assertThat(answer).startsWith("HTTP/1.").contains(" 200 OK");
            String[] parts = answer.split("\r\n\r\n", 2);
            assertThat(parts[0].toLowerCase(Locale.ROOT)).doesNotContain("transfer-encoding", "keep-alive");
            assertThat(parts[1]).startsWith("{").endsWith("}\n");
        }
    }
}
