package com.hotpotspot.query.access;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.projection.Versions;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * However slow the questions are that somebody asks, everything else goes on. They are as slow as wanted here, since a
 * lock on a table keeps them waiting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SlowQuestionsTest {

    private static final String SLOW = "/api/v1/network/sales";
    private static final int ALL_AT_ONCE = 40;
    private static final int ANSWERED = 3;
    private static final int WAITING = 20;

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(vake, "1", "2026-03-01T10:00:00Z", khinkali(5));
    }

    @AfterAll
    void close() {
        http.close();
        database.close();
    }

    /**
     * Each test has one of its own, and only one: whichever is closed takes the network of all in this process along.
     */
    private RunningQuerySide side(String... limits) {
        return RunningQuerySide.on(
                        database,
                        Stream.concat(Stream.of(limits), Stream.of("hotpotspot.access.limits.ADMIN=100000"))
                                .toArray(String[]::new))
                .caughtUpTo(log.head());
    }

    private HttpRequest asked(RunningQuerySide of, String account, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + of.port() + path))
                .header("Authorization", "Bearer " + of.issuer().token(account, "ADMIN"))
                .build();
    }

    private HttpResponse<String> answer(RunningQuerySide of, String account, String path)
            throws IOException, InterruptedException {
        return http.send(asked(of, account, path), HttpResponse.BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> slow(RunningQuerySide of, String account) {
        return http.sendAsync(asked(of, account, SLOW), HttpResponse.BodyHandlers.ofString());
    }

    /** Keeps whoever wants to know what was sold waiting until it is closed. */
    private Connection standstill() throws SQLException {
        Connection owner = database.as("hps_owner").getConnection();
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            statement.execute("lock table q_node_sales_v1.node_day_item in access exclusive mode");
        }
        return owner;
    }

    private long questionsInTheDatabase() {
        return Long.parseLong(new String(database.bytes("select count(*)::text::bytea from pg_stat_activity"
                + " where datname = current_database() and usename = 'hps_query' and wait_event_type = 'Lock'")));
    }

    @Test
    void theSlowQuestionsOfOneAccountKeepNothingElseFromGoingOn() throws Exception {
        try (RunningQuerySide side =
                        side("hotpotspot.limits.questions.patience=30s", "hotpotspot.limits.questions.statement=1m");
                Connection standstill = standstill()) {
            List<CompletableFuture<HttpResponse<String>>> questions = IntStream.range(0, ALL_AT_ONCE)
                    .mapToObj(i -> slow(side, "greedy"))
                    .toList();
            await().untilAsserted(() -> assertThat(questions.stream()
                            .filter(CompletableFuture::isDone)
                            .map(done -> done.join().statusCode()))
                    .hasSize(ALL_AT_ONCE - ANSWERED - WAITING));
            await().untilAsserted(() -> assertThat(questionsInTheDatabase()).isEqualTo(ANSWERED));

            assertThat(answer(side, "somebody", "/api/v1/health").body()).contains("\"status\":\"UP\"");
            assertThat(answer(side, "somebody", "/actuator/health").statusCode())
                    .isEqualTo(200);
            assertThat(answer(side, "somebody", "/checkpoint").body()).contains("log-not-sealed");
            assertThat(answer(side, "somebody", "/api/v1/network/stats").statusCode())
                    .isEqualTo(200);
            assertThat(answer(side, "somebody", "/api/v1/events").statusCode()).isEqualTo(200);
            assertThat(answer(side, "somebody", "/api/v1/exports/sales").statusCode())
                    .isEqualTo(200);
            assertThat(questionsInTheDatabase()).isEqualTo(ANSWERED);
            otherProjectionsGoOn(side);
            standstill.rollback();
            answeredOrRefused(questions);
        }
    }

    private static void answeredOrRefused(List<CompletableFuture<HttpResponse<String>>> questions) {
        Map<Integer, List<HttpResponse<String>>> answers =
                questions.stream().map(CompletableFuture::join).collect(groupingBy(HttpResponse::statusCode));
        assertThat(answers.get(200)).hasSize(ANSWERED + WAITING);
        assertThat(answers.get(429)).hasSize(ALL_AT_ONCE - ANSWERED - WAITING).allSatisfy(refusal -> {
            assertThat(refusal.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refusal.headers().firstValue("Retry-After")).contains("1");
            assertThat(refusal.body()).contains("\"code\":\"questions-exhausted\"");
        });
    }

    private void otherProjectionsGoOn(RunningQuerySide side) {
        log.register("GLDANI", NodeType.OWNER, "Tbilisi");
        long head = log.head();
        Versions versions = side.bean(Versions.class);
        await().until(() -> versions.position(side.bean(NetworkQueries.class).projection()) == head);
    }

    @Test
    void whoGoesAwayLeavesTheirPlaceTakenAsLongAsItIsWorkedFor() throws Exception {
        try (RunningQuerySide impatient =
                        side("hotpotspot.limits.questions.patience=1s", "hotpotspot.limits.questions.statement=1m");
                Connection standstill = standstill()) {
            List<RawConnection> gone = new ArrayList<>();
            for (int i = 0; i < ANSWERED; i++) {
                RawConnection one = new RawConnection(impatient.port());
                one.send("GET " + SLOW + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + impatient.issuer().token("fleeting", "ADMIN") + "\r\n\r\n");
                gone.add(one);
            }
            await().until(() -> questionsInTheDatabase() == ANSWERED);
            for (RawConnection one : gone) {
                one.close();
            }

            HttpResponse<String> more = answer(impatient, "fleeting", "/api/v1/network/stats");

            assertThat(more.statusCode()).isEqualTo(429);
            assertThat(questionsInTheDatabase()).isEqualTo(ANSWERED);
            assertThat(answer(impatient, "other", "/api/v1/network/stats").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whenAllThatMayBeAnsweredAreOthersWaitAndAreThenToldSo() throws Exception {
        try (RunningQuerySide impatient = side(
                        "hotpotspot.limits.questions.at-once=2",
                        "hotpotspot.limits.questions.patience=1s",
                        "hotpotspot.limits.questions.statement=1m");
                Connection standstill = standstill()) {
            List<CompletableFuture<HttpResponse<String>>> two =
                    List.of(slow(impatient, "first"), slow(impatient, "second"));
            await().until(() -> questionsInTheDatabase() == 2);

            HttpResponse<String> third = answer(impatient, "third", "/api/v1/network/stats");

            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.body()).contains("\"code\":\"overloaded\"");
            assertThat(third.headers().firstValue("Retry-After")).contains("1");
            standstill.rollback();
            assertThat(two)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEndedAndItsPlaceIsFree() throws Exception {
        try (RunningQuerySide hasty =
                        side("hotpotspot.limits.questions.at-once=1", "hotpotspot.limits.questions.statement=1s");
                Connection standstill = standstill()) {
            HttpResponse<String> answer = answer(hasty, "somebody", SLOW);

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body())
                    .contains("\"code\":\"answer-took-too-long\"")
                    .doesNotContain("select");
            await().atMost(Duration.ofSeconds(10)).until(() -> questionsInTheDatabase() == 0);
            assertThat(answer(hasty, "somebody", "/api/v1/network/stats").statusCode())
                    .isEqualTo(200);
        }
    }
}
