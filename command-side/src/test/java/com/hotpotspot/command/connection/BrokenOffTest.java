package com.hotpotspot.command.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.testing.Logged;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tills that lose their network, or their mind, amid what they send. */
class BrokenOffTest {

    private static final int LINES = 4_000;

    private static final String BATCH =
            "POST /api/v1/sales/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n";
    private static final Duration BEFORE_AN_IDLE_ONE_IS_CLOSED = Duration.ofSeconds(50);

    private static RunningCommandSide system;

    @BeforeAll
    static void whereLittleIsHeldBack() {
        system = new RunningCommandSide(
                "--hotpotspot.limits.bytes.per-account-kib=1024", "--hotpotspot.limits.deadlines.silence=1s");
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aBatchThatBreaksOffWhileItIsAnsweredLeavesNoPagesInTheLog() throws IOException {
        List<ILoggingEvent> logged = loggedWhile(() -> {
            try (RawConnection till = halfSentBatch()) {
                await().until(till::hasAnswered);
            }
            aBatchIsTakenInAgain();
        });

        assertThat(logged).isEmpty();
    }

    @Test
    void aBatchThatGoesOnTooSlowlyWhileItIsAnsweredLeavesNoPagesInTheLog() throws IOException {
        List<ILoggingEvent> logged = loggedWhile(() -> {
            try (RawConnection till = halfSentBatch()) {
                assertThat(till.answerUntilTheEnd())
                        // A whole answer ends with an empty chunk.
                        .startsWith("HTTP/1.1 200")
                        .contains("\"line\":1,")
                        .doesNotEndWith("\r\n0\r\n\r\n");
            }
            aBatchIsTakenInAgain();
        });

        assertThat(logged).isEmpty();
    }

    /** Whatever is wrong with how a body is sent, a program sends it, as often as it likes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\\r\\n{\"a\":zz\\r\\n",
                "-1\\r\\n{}\\r\\n",
                "zz\\r\\n",
                "2\\r\\n{}\\r\\n0\\r\\nA B: c\\0\\r\\n\\r\\n"
            })
    void aBatchThatCannotBeReadIsItsSendersFault(String body) throws IOException {
        List<ILoggingEvent> logged = loggedWhile(() -> {
            try (RawConnection till = new RawConnection(system.port())) {
                till.send(BATCH + "Authorization: Bearer " + system.administratorsToken()
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n" + body.translateEscapes());

                assertThat(till.answerUntilTheEnd()).startsWith("HTTP/1.1 400");
            }
        });

        assertThat(logged).isEmpty();
    }

    /** Long before an idle connection is closed, since each byte would be a sign of life. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Authorization: Bearer nobodys\r\n", "Authorization: Bearer %s\r\n"})
    void theRestOfABodyThatWasAnsweredIsNotWaitedForLong(String credentials) throws IOException {
        try (RawConnection slow = new RawConnection(system.port())) {
            slow.send("POST /api/v1/sales/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                    + credentials.formatted(system.administratorsToken())
                    + "Content-Length: 50000\r\n\r\n");

            await().atMost(BEFORE_AN_IDLE_ONE_IS_CLOSED)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !slow.trySend(" ") || slow.isClosedByTheOtherEnd());
        }
    }

    /** A body may be there as a whole though nobody read it. */
    @Test
    void whoeverSentAllOfTheirBodyIsNotCutOff() throws IOException {
        String whole = "POST /api/v1/sales HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000\r\n\r\n";
        try (RawConnection till = new RawConnection(system.port());
                RawConnection slow = new RawConnection(system.port())) {
            till.send(whole + " ".repeat(3_000));
            await().until(till::hasAnswered);
            slow.send(whole);
            await().atMost(BEFORE_AN_IDLE_ONE_IS_CLOSED)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !slow.trySend(" ") || slow.isClosedByTheOtherEnd());

            till.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(till.answerUntilTheEnd()).startsWith("HTTP/1.1 401").contains("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/sign-in"})
    void aFormThatCannotBeReadIsItsSendersFault(String door) throws IOException {
        List<ILoggingEvent> logged = loggedWhile(() -> {
            assertThat(form(door, "a=%zz").status()).isEqualTo(400);
            assertThat(form(door, "a=" + "b".repeat(40_000)).status()).isEqualTo(413);
            try (RawConnection slow = new RawConnection(system.port())) {
                slow.send("POST " + door + " HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                        + " application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na=");
                assertThat(slow.answerUntilTheEnd()).startsWith("HTTP/1.1 408");
            }
        });

        assertThat(logged).isEmpty();
    }

    private static RunningCommandSide.Reply form(String door, String form) {
        return system.send(HttpRequest.newBuilder(system.address(door))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** More is answered than is held back, and more is to come. */
    private static RawConnection halfSentBatch() throws IOException {
        RawConnection till = new RawConnection(system.port());
        till.send("POST /api/v1/sales/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + system.administratorsToken() + "\r\nContent-Length: 1000000\r\n\r\n");
        till.trySend("{}\n".repeat(LINES));
        return till;
    }

    /** Where the one before has given back what it took. */
    private static void aBatchIsTakenInAgain() {
        await().untilAsserted(() -> assertThat(system.post("/api/v1/sales/batch", "application/x-ndjson", "{}")
                        .status())
                .isEqualTo(200));
    }

    private static List<ILoggingEvent> loggedWhile(Logged.Deed<IOException> deed) throws IOException {
        return Logged.during(deed).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
    }
}
