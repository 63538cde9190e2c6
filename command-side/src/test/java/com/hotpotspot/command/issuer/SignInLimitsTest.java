package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.command.testing.RunningCommandSide.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often one may come. */
class SignInLimitsTest {

    /** Of the form of a secret, so that it has to be compared. */
    private static final String GUESS = "guess-guess-guess-guess-guess-guess-guess-x";

    @Test
    void whoTriesSecretsTooOftenIsToldToWaitBeforeAnyIsCompared() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.issuer.requests-per-client=2")) {
            system.requestToken("administrator", "wrong");
            system.requestToken("administrator", "wrong");
            String right =
                    system.administratorsCredentials().get("clientSecret").asString();

            Reply third = system.requestToken("administrator", right);

            assertThat(third.status()).isEqualTo(429);
            assertThat(third.code()).isEqualTo("too-many-requests");
            assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 30);
            assertThat(system.requestToken("somebody-else", "wrong").status())
                    .as("others are not kept waiting by it")
                    .isEqualTo(401);
        }
    }

    @Test
    void oneAddressTriesSoManySecretsAndNoMoreWhateverNamesItUses() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.issuer.requests-per-address=3")) {
            for (int i = 0; i < 3; i++) {
                assertThat(system.requestToken("somebody-" + i, "wrong").status())
                        .isEqualTo(401);
            }

            assertThat(system.requestToken("somebody-4", "wrong").status()).isEqualTo(429);
        }
    }

    @Test
    void rightSecretsAreNotCountedSoThatACrowdMaySignInFromOneAddress() {
        try (RunningCommandSide system = new RunningCommandSide(
                "--hotpotspot.limits.sign-ins.per-client=2", "--hotpotspot.limits.sign-ins.per-address=2")) {
            String right =
                    system.administratorsCredentials().get("clientSecret").asString();

            for (int i = 0; i < 10; i++) {
                assertThat(system.requestToken("administrator", right).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void whoWasRightBeforeIsLetInWhileOthersGuessInTheirNameAtTheirAddress() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.limits.sign-ins.per-client=2")) {
            String right =
                    system.administratorsCredentials().get("clientSecret").asString();
            assertThat(system.requestToken("administrator", right).status()).isEqualTo(200);
            List<Integer> guesses = IntStream.range(0, 5)
                    .mapToObj(i -> system.requestToken("administrator", GUESS).status())
                    .toList();
            assertThat(guesses).containsExactly(401, 401, 429, 429, 429);

            assertThat(system.requestToken("administrator", right).status()).isEqualTo(200);
        }
    }

    @Test
    void guessesThatComeTogetherAreComparedNoMoreOftenThanOneAfterTheOther() throws Exception {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.limits.sign-ins.per-client=3");
                ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> guesses = IntStream.range(0, 60)
                    .mapToObj(i -> guessers.submit(
                            () -> system.requestToken("administrator", GUESS).status()))
                    .toList();

            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> guess : guesses) {
                answers.add(guess.get());
            }
            assertThat(answers).filteredOn(status -> status == 401).hasSizeBetween(1, 4);
            assertThat(answers).containsOnly(401, 429);
        }
    }

    @Test
    void theFormAndTheTokenDoorShareWhatMayBeGuessed() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.limits.sign-ins.per-client=2");
                Browser browser = new Browser(system)) {
            system.requestToken("administrator", "wrong");
            browser.signIn("administrator", "wrong");

            HttpResponse<String> third = browser.signIn("administrator", "wrong");

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(third.body()).contains("Too many attempts", "sign-in.css");
            assertThat(system.requestToken("administrator", "wrong").status()).isEqualTo(429);
        }
    }

    @Test
    void whoIsBehindATrustedProxyIsCountedAtTheirOwnAddress() {
        try (RunningCommandSide system = new RunningCommandSide(
                "--hotpotspot.limits.sign-ins.per-address=2", "--hotpotspot.limits.trusted-proxies=127.0.0.0/8,::1")) {
            assertThat(guessFrom(system, "203.0.113.1")).isEqualTo(401);
            assertThat(guessFrom(system, "203.0.113.1")).isEqualTo(401);
            assertThat(guessFrom(system, "203.0.113.1")).isEqualTo(429);
            assertThat(guessFrom(system, "203.0.113.1, 203.0.113.2")).isEqualTo(401);
            assertThat(guessFrom(system, "2001:db8::1")).isEqualTo(401);
            assertThat(guessFrom(system, "2001:db8::2")).isEqualTo(401);
            assertThat(guessFrom(system, "2001:db8::3"))
                    .as("one network of 64 bits")
                    .isEqualTo(429);
        }
    }

    @Test
    void nobodyElseIsBelievedAboutWhereTheyAre() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.limits.sign-ins.per-address=2")) {
            assertThat(guessFrom(system, "203.0.113.1")).isEqualTo(401);
            assertThat(guessFrom(system, "203.0.113.2")).isEqualTo(401);
            assertThat(guessFrom(system, "203.0.113.3")).isEqualTo(429);
        }
    }

    @Test
    void whoLooksAtThePageTooOftenIsToldToWait() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.limits.open-doors.per-address=1");
                Browser browser = new Browser(system)) {
            HttpResponse<String> reply;
            int looked = 0;
            do {
                reply = browser.get("/sign-in");
                looked++;
            } while (reply.statusCode() == 200 && looked < 1_000);

            assertThat(reply.statusCode()).isEqualTo(429);
            assertThat(reply.body()).contains("Too many attempts");
        }
    }

    private static int guessFrom(RunningCommandSide system, String forwardedFor) {
        return system.as(null)
                .send(HttpRequest.newBuilder(system.address("/oauth2/token"))
                        .header("X-Forwarded-For", forwardedFor)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=client_credentials&client_id=nobody&client_secret=" + GUESS))
                        .build())
                .status();
    }

    @Test
    void anAccountMayAskSoOftenInEachOfItsRoles() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.access.limits.CUSTOMER=1")) {
            system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
            Visitor customer = system.as(system.tokenFor("CUSTOMER", ",\"holderId\":\"c-1\""));
            Reply reply;
            int asked = 0;
            do {
                reply = customer.post("/api/v1/wallets", "{\"holderId\":\"c-1\"}");
                asked++;
            } while (reply.status() == 201 && asked < 100);

            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(system.post("/api/v1/wallets", "{\"holderId\":\"c-2\"}").status())
                    .isEqualTo(201);
        }
    }

    @Test
    void nobodySignsInWhileTheDatabaseIsAwayAndIsToldToTryAgain() {
        try (RunningCommandSide system = new RunningCommandSide("--spring.datasource.hikari.connection-timeout=500")) {
            String secret =
                    system.administratorsCredentials().get("clientSecret").asString();
            system.database().admitNobody();

            Reply reply = system.requestToken("administrator", secret);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(reply.code()).isEqualTo("unavailable");
        }
    }
}
