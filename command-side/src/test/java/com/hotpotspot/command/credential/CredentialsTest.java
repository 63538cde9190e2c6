package com.hotpotspot.command.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits.Hashes;
import com.hotpotspot.limits.Limits.SignIns;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What comparing secrets takes from everybody else. */
class CredentialsTest {

    private static final AccountId ANA = new AccountId("ana");
    private static final CredentialId KEY = new CredentialId("ana-1");
    private static final String GUESS = "guess-guess-guess-guess-guess-guess-guess-x";

    private final TestDatabase database = TestDatabase.with(new SchemaModule("issuer", "classpath:db/issuer"));
    private final HikariDataSource onlyConnection = database.pool("hps_command", 1);
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final List<SecretHasher> hashers = new ArrayList<>();
    private final Comparing comparing = new Comparing();

    @AfterEach
    void end() {
        comparing.mayEnd.countDown();
        requests.close();
        hashers.forEach(SecretHasher::close);
        database.close();
    }

    @Test
    void secretsAreComparedOnThreadsOfTheirOwnSinceRequestsShareTheirs() throws Exception {
        SecretHasher hasher = hasher(new Hashes(2, 32), 8);
        Credentials credentials = credentials(hasher, new SignIns(120, 20, 20, 5));
        comparing.mayEnd.countDown();
        ClientSecret secret = secretOfAna(credentials);

        assertThat(find(credentials, secret.value(), "till").get()).contains(KEY);

        assertThat(comparing.threads)
                .as("one that makes a secret, one that compares it")
                .hasSize(2)
                .allSatisfy(thread -> {
                    assertThat(thread.isVirtual()).isFalse();
                    assertThat(thread.getName()).startsWith("secrets-");
                    assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
                });
    }

    @Test
    void oneCoreIsLeftToAllElse() throws Exception {
        SecretHasher hasher = hasher(new Hashes(2, 32), 2);
        Credentials credentials = credentials(hasher, new SignIns(120, 20, 20, 5));
        ClientSecret secret = secretOfAna(credentials);
        Future<Optional<CredentialId>> first = find(credentials, secret.value(), "first");
        comparing.begun.await();

        Future<Optional<CredentialId>> second = find(credentials, secret.value(), "second");

        await().until(() -> hasher.inLine() == 1);
        comparing.mayEnd.countDown();
        assertThat(first.get()).contains(KEY);
        assertThat(second.get()).contains(KEY);
    }

    @Test
    void whoWaitsForTheirTurnNeedsNoConnectionYet() throws Exception {
        SecretHasher hasher = hasher(new Hashes(1, 32), 2);
        Credentials credentials = credentials(hasher, new SignIns(120, 20, 20, 5));
        ClientSecret secret = secretOfAna(credentials);
        Future<Optional<CredentialId>> first = find(credentials, GUESS, "guesser");
        comparing.begun.await();

        Future<Optional<CredentialId>> till;
        try (Connection commands = onlyConnection.getConnection()) {
            assertThat(commands.isValid(1)).as("who compares holds none").isTrue();
            till = find(credentials, secret.value(), "till");

            await().until(() -> hasher.inLine() == 1);
        }
        comparing.mayEnd.countDown();
        assertThat(first.get()).isEmpty();
        assertThat(till.get()).contains(KEY);
    }

    @Test
    void ofGuessesThatComeTogetherFewAreCompared() throws Exception {
        SecretHasher hasher = hasher(new Hashes(1, 32), 2);
        Credentials credentials = credentials(hasher, new SignIns(120, 20, 3, 2));
        secretOfAna(credentials);
        comparing.threads.clear();
        List<Future<Optional<CredentialId>>> guesses = IntStream.range(0, 30)
                .mapToObj(i -> find(credentials, GUESS, "guesser"))
                .toList();
        await().until(() -> hasher.inLine() == guesses.size() - 1);
        comparing.mayEnd.countDown();

        assertThat(answers(guesses)).filteredOn("wrong"::equals).hasSize(2);
        assertThat(comparing.threads).hasSize(2);
        assertThatThrownBy(() -> credentials.find(Set.of(KEY), GUESS, asker("guesser")))
                .isInstanceOf(TooManyRequestsException.class);
        assertThat(credentials.find(Set.of(), "of nobody", new Asker(Optional.empty(), address("guesser"))))
                .as("the third of this address, in another name")
                .isEmpty();
        assertThatThrownBy(() -> credentials.find(
                        Set.of(), "of nobody", new Asker(Optional.of(new AccountId("nino")), address("guesser"))))
                .isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void rightSecretsMayComeTogetherHoweverFewWrongOnesMay() throws Exception {
        SecretHasher hasher = hasher(new Hashes(1, 32), 2);
        Credentials credentials = credentials(hasher, new SignIns(120, 20, 1, 1));
        ClientSecret secret = secretOfAna(credentials);
        List<Future<Optional<CredentialId>>> tills = IntStream.range(0, 30)
                .mapToObj(i -> find(credentials, secret.value(), "shop"))
                .toList();
        await().until(() -> hasher.inLine() == tills.size() - 1);
        comparing.mayEnd.countDown();

        assertThat(answers(tills)).containsOnly("right");
    }

    private static List<String> answers(List<Future<Optional<CredentialId>>> asked) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        for (Future<Optional<CredentialId>> one : asked) {
            try {
                answers.add(one.get().isPresent() ? "right" : "wrong");
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(TooManyRequestsException.class);
                answers.add("later");
            }
        }
        return answers;
    }

    private SecretHasher hasher(Hashes limits, int cores) {
        SecretHasher hasher = new SecretHasher(limits, cores, comparing);
        hashers.add(hasher);
        return hasher;
    }

    private Credentials credentials(SecretHasher hasher, SignIns limits) {
        return new Credentials(JdbcClient.create(onlyConnection), hasher, new WrongSecrets(limits), Clock.systemUTC());
    }

    private static ClientSecret secretOfAna(Credentials credentials) {
        return credentials.create(KEY, ANA).orElseThrow();
    }

    private Future<Optional<CredentialId>> find(Credentials credentials, String secret, String where) {
        return requests.submit(() -> credentials.find(Set.of(KEY), secret, asker(where)));
    }

    private static Asker asker(String where) {
        return new Asker(Optional.of(ANA), address(where));
    }

    private static ClientAddress address(String where) {
        return new ClientAddress(where);
    }

    /** Costs nothing, says which threads were at it, and takes as long as it is told. */
    private static final class Comparing implements PasswordEncoder {

        private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        public @Nullable String encode(@Nullable CharSequence secret) {
            threads.add(Thread.currentThread());
            return "of " + secret;
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
            threads.add(Thread.currentThread());
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return ("of " + secret).equals(hash);
        }
    }
}
