package com.hotpotspot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BearerTokensTest {

    private final StandInSystem system = new StandInSystem();
    private final FlyingTime time = new FlyingTime();

    @TempDir
    private Path directory;

    private BearerTokens tokens;

    @BeforeEach
    void open() {
        tokens = new BearerTokens(
                system.uri(),
                Credentials.readFrom(system.credentials(directory)),
                Patience.of(Duration.ofSeconds(60)),
                time);
    }

    @AfterEach
    void close() {
        tokens.close();
        system.close();
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItExpires() {
        BearerToken first = tokens.current();
        time.pause(Duration.ofSeconds(569));
        assertThat(tokens.current()).isSameAs(first);

        time.pause(Duration.ofSeconds(1));

        assertThat(tokens.current().authorization()).isEqualTo("Bearer token-2");
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void aShortLivedTokenIsKeptForMostOfItsLife() {
        system.issuesTokensFor(Duration.ofSeconds(20));
        BearerToken first = tokens.current();
        time.pause(Duration.ofSeconds(14));
        assertThat(tokens.current()).isSameAs(first);

        time.pause(Duration.ofSeconds(1));

        assertThat(tokens.current()).isNotEqualTo(first);
    }

    @Test
    void aDroppedTokenIsNotUsedAgain() {
        BearerToken first = tokens.current();

        tokens.drop(first);

        assertThat(tokens.current()).isNotEqualTo(first);
    }

    @Test
    void whoComesLateWithARefusedTokenDoesNotDropItsSuccessor() {
        BearerToken first = tokens.current();
        tokens.drop(first);
        BearerToken second = tokens.current();

        tokens.drop(first);

        assertThat(tokens.current()).isSameAs(second);
    }

    @Test
    void manyThreadsShareOneRequest() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        system.holdsTokensBack(held);
        List<Future<BearerToken>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50).forEach(i -> asked.add(threads.submit(tokens::current)));
            await().until(() -> signIns() == 1);
            held.countDown();
        }

        for (Future<BearerToken> answer : asked) {
            assertThat(answer.get().authorization()).isEqualTo("Bearer token-1");
        }
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void manyThreadsWhoseTokenWasRefusedShareOneRequest() throws Exception {
        BearerToken refused = tokens.current();
        List<Future<BearerToken>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(i -> asked.add(threads.submit(() -> {
                        tokens.drop(refused);
                        return tokens.current();
                    })));
        }

        for (Future<BearerToken> answer : asked) {
            assertThat(answer.get().authorization()).isEqualTo("Bearer token-2");
        }
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void credentialsThatAreRefusedAreNotTriedAgain() {
        system.replacesTheSecret();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(tokens::current)
                    .isInstanceOf(NotAdmittedException.class)
                    .hasMessage(
                            "The command side at %s does not accept the credentials of administrator in %s; do they belong to another system, or were they replaced?"
                                    .formatted(system.uri(), directory.resolve("admin.credentials")));
        }
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void signingInWaitsAsLongAsTheServerAsks() {
        system.isBusyOnceAtSignIn(429, "7");
        system.isBusyOnceAtSignIn(503, "3");

        assertThat(tokens.current().authorization()).isEqualTo("Bearer token-1");
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(3));
    }

    @Test
    void signingInGivesUpWhenPatienceIsAtItsEnd() {
        system.close();

        assertThatThrownBy(tokens::current)
                .isInstanceOf(DoorClosedException.class)
                .hasMessageStartingWith("The command side at %s has not answered for 60 s", system.uri());
    }

    @Test
    void whatElseTheIssuerSaysIsShown() {
        system.isBusyOnceAtSignIn(404, "");

        assertThatThrownBy(tokens::current)
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("answered with status 404");
    }

    @Test
    void aTokenIsNeverShown() {
        assertThat(tokens.current().toString()).doesNotContain("token-1");
    }

    private int signIns() {
        return system.requests("POST", "/oauth2/token").size();
    }
}
