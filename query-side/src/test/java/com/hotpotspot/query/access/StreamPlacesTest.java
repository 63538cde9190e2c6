package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** How many answers that go on may be open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamPlacesTest {

    private static final String FOLLOW = "/api/v1/events?follow=true";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.on(
            database, "hotpotspot.limits.streams.per-account=2", "hotpotspot.limits.streams.in-all=3");
    private final List<RawConnection> open = new ArrayList<>();

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        side.caughtUpTo(log.head());
    }

    @AfterEach
    void end() throws IOException {
        for (RawConnection one : open) {
            one.close();
        }
        open.clear();
        // Each that ends makes room.
        await().until(() -> status("first", "/api/v1/events") == 200);
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    private String authorization(String account) {
        return "Bearer " + side.issuer().token(account, "ADMIN");
    }

    private int status(String account, String path) {
        return side.statusWith(authorization(account), path);
    }

    /** Returns as soon as it has begun. */
    private void read(String account, String path) throws IOException {
        RawConnection reader = new RawConnection(side.port());
        open.add(reader);
        reader.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization(account)
                + "\r\n\r\n");
        await().until(() -> reader.whatCame().startsWith("HTTP/1.1 200"));
    }

    @Test
    void anAccountHasOnlySoManyOpenAndOthersTheirOwn() throws IOException {
        read("first", FOLLOW);
        read("first", "/live");

        for (String path : List.of(FOLLOW, "/live", "/api/v1/events", "/api/v1/exports/sales")) {
            assertThat(status("first", path)).as(path).isEqualTo(429);
        }
        assertThat(status("first", "/api/v1/network/stats")).isEqualTo(200);
        assertThat(status("second", "/api/v1/events")).isEqualTo(200);
    }

    @Test
    void thereAreOnlySoManyInAll() throws IOException {
        read("first", FOLLOW);
        read("first", FOLLOW);
        read("second", FOLLOW);

        assertThat(status("third", FOLLOW)).isEqualTo(429);
        assertThat(status("third", "/api/v1/network/stats")).isEqualTo(200);
    }

    @Test
    void aRefusalSaysWhatThereIsTooMuchOf() throws IOException {
        read("first", FOLLOW);
        read("first", FOLLOW);

        side.nobody()
                .get()
                .uri(FOLLOW)
                .header("Authorization", authorization("first"))
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Content-Type", "application/problem+json")
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("streams-exhausted")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("2 streams"));
    }

    private MockServerWebExchange followingAs(String account) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(FOLLOW));
        new Caller(
                        Identity.of(new AccountId(account), List.of(Grant.unbounded(Role.ANALYST))),
                        Grant.unbounded(Role.ANALYST),
                        Instant.MAX,
                        Mono.never())
                .enter(exchange);
        return exchange;
    }

    /** As often as there are places, and more often. */
    @Test
    void aRequestThatHasEndedBeforeItIsAnsweredTakesNoPlace() {
        StreamPlaces places = side.bean(StreamPlaces.class);
        for (int i = 0; i < 5; i++) {
            MockServerWebExchange exchange = followingAs("in-a-hurry");
            places.filter(exchange, asked -> Mono.never()).subscribe().dispose();

            StepVerifier.create(places.enter(exchange, Flux.never())).verifyComplete();
        }
    }

    /** As of a client that goes away just before the first of it is written. */
    @Test
    void whatWasToBeAnsweredEndsWithItsRequest() {
        StreamPlaces places = side.bean(StreamPlaces.class);
        MockServerWebExchange exchange = followingAs("first");
        AtomicBoolean ended = new AtomicBoolean();

        Mono<Void> request = places.filter(exchange, asked -> {
            Disposable answer = places.enter(asked, Flux.never().doOnCancel(() -> ended.set(true)))
                    .subscribe();
            assertThat(answer.isDisposed()).isFalse();
            return Mono.error(new IOException("the client has gone"));
        });

        StepVerifier.create(request).verifyError(IOException.class);
        assertThat(ended).isTrue();
    }

    /** However often one begins and ends. */
    @Test
    void whatHasEndedTakesNoPlace() {
        for (int i = 0; i < 10; i++) {
            await().until(() -> status("first", "/api/v1/exports/sales") == 200);
        }
    }
}
