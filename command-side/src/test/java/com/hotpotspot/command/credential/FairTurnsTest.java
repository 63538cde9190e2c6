package com.hotpotspot.command.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.access.TooManyRequestsException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who comes next where secrets are compared. */
class FairTurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch firstIsDone = new CountDownLatch(1);
    private final Queue<String> order = new ConcurrentLinkedQueue<>();

    @AfterEach
    void letAllGo() {
        firstIsDone.countDown();
        callers.close();
    }

    @Test
    void whoSendsManyWaitsBehindThemselvesAndNotBeforeOthers() throws Exception {
        FairTurns<String> turns = turns(1, 100, LONG);
        Future<String> first = occupy(turns);
        List<Future<String>> guesses = allInLine(turns, Collections.nCopies(5, "guesser"));
        Future<String> till = inLine(turns, "till");

        firstIsDone.countDown();

        assertThat(first.get()).isEqualTo("first");
        assertThat(till.get()).isEqualTo("till");
        for (Future<String> guess : guesses) {
            assertThat(guess.get()).isEqualTo("guesser");
        }
        assertThat(List.copyOf(order)).containsExactly("guesser", "till", "guesser", "guesser", "guesser", "guesser");
    }

    @Test
    void whereNoPlaceIsLeftWhoeverHasMostOfThemLosesOne() throws Exception {
        FairTurns<String> turns = turns(1, 3, LONG);
        List<Future<String>> earlier = List.of(occupy(turns), inLine(turns, "guesser"), inLine(turns, "guesser"));
        Future<String> last = inLine(turns, "guesser");

        Future<String> till = callers.submit(() -> turns.take("till", () -> noted("till")));

        assertThatThrownBy(last::get).hasCauseInstanceOf(TooManyRequestsException.class);
        assertThatThrownBy(() -> turns.take("guesser", () -> "never"))
                .as("nobody has more than they would have")
                .isInstanceOf(TooManyRequestsException.class);
        firstIsDone.countDown();
        assertThat(till.get()).isEqualTo("till");
        for (Future<String> one : earlier) {
            assertThat(one.get()).isIn("first", "guesser");
        }
    }

    @Test
    void whoWaitsInVainIsSentAwayAndTakesNobodysTurn() throws Exception {
        FairTurns<String> turns = turns(1, 3, Duration.ofMillis(1));
        Future<String> first = occupy(turns);

        assertThatThrownBy(() -> turns.take("till", () -> "never")).isInstanceOf(TooManyRequestsException.class);

        assertThat(turns.inLine()).isZero();
        firstIsDone.countDown();
        assertThat(first.get()).isEqualTo("first");
        await().untilAsserted(() -> assertThat(turns.take("till", () -> "now")).isEqualTo("now"));
    }

    @Test
    void whatFailsGivesItsTurnOn() {
        FairTurns<String> turns = turns(1, 0, LONG);

        assertThatThrownBy(() -> turns.take("till", () -> {
                    throw new IllegalStateException("no memory");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(turns.take("till", () -> "now")).isEqualTo("now");
    }

    @Test
    void whoeverAsksFromOnePlaceWaitsBehindThoseOfThatPlaceUnderWhateverNames() throws Exception {
        FairTurns<String> turns = turns(1, 4, LONG);
        Future<String> first = occupy(turns);
        List<Future<String>> guesses = allInLine(turns, List.of("guesser/0", "guesser/1", "guesser/2", "guesser/3"));

        Future<String> till = callers.submit(() -> turns.take("till", () -> noted("till")));

        assertThatThrownBy(guesses.getLast()::get).hasCauseInstanceOf(TooManyRequestsException.class);
        firstIsDone.countDown();
        assertThat(till.get()).isEqualTo("till");
        assertThat(first.get()).isEqualTo("first");
        for (Future<String> guess : guesses.subList(0, 3)) {
            guess.get();
        }
        assertThat(List.copyOf(order)).startsWith("guesser/0", "till");
    }

    @Test
    void whoeverIsKnownComesBeforeStrangersFromManyPlaces() throws Exception {
        FairTurns<String> turns = turns(1, 3, LONG);
        Future<String> first = occupy(turns);
        List<Future<String>> strangers = allInLine(turns, List.of("stranger-0", "stranger-1", "stranger-2"));

        assertThatThrownBy(() -> turns.take("stranger-3", () -> "never")).isInstanceOf(TooManyRequestsException.class);
        Future<String> till = callers.submit(() -> turns.take("known", () -> noted("known")));

        await().until(() -> strangers.stream().anyMatch(Future::isDone));
        firstIsDone.countDown();
        assertThat(till.get()).isEqualTo("known");
        assertThat(first.get()).isEqualTo("first");
    }

    /** Names have their place before the slash. */
    private static FairTurns<String> turns(int atOnce, int mostWaiting, Duration patience) {
        return new FairTurns<>(atOnce, mostWaiting, patience, who -> who.split("/", -1)[0], who -> who.equals("known"));
    }

    private Future<String> occupy(FairTurns<String> turns) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> first = callers.submit(() -> turns.take("first", () -> {
            begun.countDown();
            awaitDone();
            return "first";
        }));
        begun.await();
        return first;
    }

    private List<Future<String>> allInLine(FairTurns<String> turns, List<String> names) {
        return names.stream().map(who -> inLine(turns, who)).toList();
    }

    private Future<String> inLine(FairTurns<String> turns, String who) {
        int before = turns.inLine();
        Future<String> waiting = callers.submit(() -> turns.take(who, () -> noted(who)));
        await().until(() -> turns.inLine() == before + 1);
        return waiting;
    }

    private String noted(String who) {
        order.add(who);
        return who;
    }

    private void awaitDone() {
        try {
            firstIsDone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
