package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.limits.Limits.Deadlines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionBudgetTest {

    private static final ClientAddress VAKE = new ClientAddress("192.0.2.1");
    private static final ClientAddress BATUMI = new ClientAddress("192.0.2.2");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<String> closed = new ArrayList<>();
    private long now;
    private final ConnectionBudget budget = new ConnectionBudget(4, 2, () -> now);

    private ConnectionBudget.Place entered(ClientAddress address, String name) {
        return budget.enter(address, () -> closed.add(name)).orElseThrow();
    }

    private Optional<ConnectionBudget.Place> refused(ClientAddress address) {
        return budget.enter(address, () -> closed.add("never"));
    }

    @Test
    void whoeverWaitsLongestAtAnAddressMakesRoomForTheNextFromThere() {
        entered(BATUMI, "of another");
        entered(VAKE, "first");
        entered(VAKE, "second");

        entered(VAKE, "third");

        assertThat(closed).containsExactly("first");
        assertThat(budget.taken()).isEqualTo(3);
    }

    @Test
    void whoeverWaitsLongestOfAllMakesRoomWhereEverythingIsTaken() {
        entered(VAKE, "first");
        entered(VAKE, "second");
        now += 1;
        entered(BATUMI, "third");
        entered(BATUMI, "fourth");

        entered(new ClientAddress("192.0.2.3"), "fifth");

        assertThat(closed).containsExactly("first");
        assertThat(budget.taken()).isEqualTo(4);
    }

    /** A flood of connections does not close those of a till, however seldom that has something to say. */
    @Test
    void whereverMostComeFromMakesRoomWhereEverythingIsTaken() {
        entered(VAKE, "of a till");
        now += 1;
        entered(BATUMI, "first");
        entered(BATUMI, "second");
        entered(new ClientAddress("192.0.2.3"), "of another");

        entered(new ClientAddress("192.0.2.4"), "fifth");

        assertThat(closed).containsExactly("first");
    }

    @Test
    void thoseBehindATrustedProxyCountAsOneEach() {
        budget.enterForMany(VAKE, () -> closed.add("of many"));
        budget.enterForMany(VAKE, () -> closed.add("of many"));
        now += 1;
        entered(BATUMI, "first");
        entered(BATUMI, "second");

        entered(new ClientAddress("192.0.2.3"), "fifth");

        assertThat(closed).containsExactly("first");
    }

    @Test
    void nobodyWhoIsAtWorkIsClosed() {
        entered(VAKE, "first").begin();
        entered(VAKE, "second");

        entered(VAKE, "third").begin();

        assertThat(closed).containsExactly("second");
        assertThat(refused(VAKE)).isEmpty();
        assertThat(closed).containsExactly("second");
    }

    @Test
    void aConnectionWaitsAgainWhenTheLastOfItsRequestsHasEnded() {
        ConnectionBudget.Place place = entered(VAKE, "first");
        place.begin();
        place.begin();
        entered(VAKE, "second").begin();

        place.end();
        assertThat(refused(VAKE)).isEmpty();

        place.end();
        entered(VAKE, "third");
        assertThat(closed).containsExactly("first");
    }

    @Test
    void whoHasLeftTakesNoPlace() {
        ConnectionBudget.Place place = entered(VAKE, "first");
        entered(VAKE, "second").begin();
        place.leave();
        place.leave();

        entered(VAKE, "third");

        assertThat(closed).isEmpty();
        assertThat(budget.taken()).isEqualTo(2);
    }

    @Test
    void aTrustedProxyIsBoundByAllPlacesOnly() {
        for (int i = 0; i < 4; i++) {
            budget.enterForMany(VAKE, () -> closed.add("of many")).orElseThrow().begin();
        }

        assertThat(closed).isEmpty();
        assertThat(refused(BATUMI)).isEmpty();
    }

    @Test
    void whoeverWaitsForTooLongIsClosed() {
        entered(VAKE, "first");
        entered(VAKE, "at work").begin();
        now += Duration.ofSeconds(5).toNanos();
        entered(BATUMI, "second");

        budget.endThoseWaitingFor(Duration.ofSeconds(5));

        assertThat(closed).containsExactly("first");
        assertThat(budget.taken()).isEqualTo(2);
    }

    @Test
    void whoeverIsWaitedForInVainIsClosedAtWorkOrNot() {
        Deadlines deadlines = new Deadlines(SECOND, SECOND, SECOND, Duration.ofMinutes(1), 1_000);
        Pace slow = new Pace(deadlines);
        Pace quick = new Pace(deadlines);
        ConnectionBudget.Place waited = entered(VAKE, "waited for");
        ConnectionBudget.Place answered = entered(BATUMI, "answered");
        List.of(waited, answered).forEach(ConnectionBudget.Place::begin);
        waited.awaits(slow);
        answered.awaits(quick);
        answered.awaitsNoMore(quick);

        now += Duration.ofSeconds(2).toNanos();
        List.of(waited, answered).forEach(ConnectionBudget.Place::endIfTooSlow);
        assertThat(closed).isEmpty();

        now += SECOND.toNanos();
        List.of(waited, answered).forEach(ConnectionBudget.Place::endIfTooSlow);
        assertThat(closed).containsExactly("waited for");
    }

    @Test
    void theRestOfABodyIsWaitedForNoLongerThanAllowedUnlessAnotherRequestBegins() {
        ConnectionBudget.Place unread = entered(VAKE, "unread");
        ConnectionBudget.Place asksAgain = entered(VAKE, "asks again");
        ConnectionBudget.Place whole = entered(BATUMI, "whole");
        ConnectionBudget.Place late = entered(BATUMI, "late");
        List<ConnectionBudget.Place> all = List.of(unread, asksAgain, whole, late);
        all.forEach(ConnectionBudget.Place::begin);
        unread.leavesRest(SECOND);
        asksAgain.leavesRest(SECOND);
        late.leavesRest(SECOND);
        all.forEach(ConnectionBudget.Place::end);
        asksAgain.begin();
        asksAgain.end();
        late.hasNoRest();

        now += SECOND.toNanos() - 1;
        all.forEach(ConnectionBudget.Place::endIfTooSlow);
        assertThat(closed).isEmpty();

        now += 1;
        all.forEach(ConnectionBudget.Place::endIfTooSlow);
        assertThat(closed).containsExactly("unread");
    }

    @Test
    void placesAddUpWhoeverComesAndGoes() throws Exception {
        ConnectionBudget crowded = new ConnectionBudget(10, 5);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> visits = IntStream.range(0, 2_000)
                    .mapToObj(i -> visit(crowded, i % 2 == 0 ? VAKE : BATUMI))
                    .toList();
            for (Future<Boolean> wasNeverMoreThanFull : people.invokeAll(visits)) {
                assertThat(wasNeverMoreThanFull.get()).isTrue();
            }
        }
        assertThat(crowded.taken()).isZero();
    }

    private static Callable<Boolean> visit(ConnectionBudget budget, ClientAddress address) {
        return () -> {
            Optional<ConnectionBudget.Place> place = budget.enter(address, () -> {});
            place.ifPresent(ConnectionBudget.Place::begin);
            int taken = budget.taken();
            place.ifPresent(ConnectionBudget.Place::end);
            place.ifPresent(ConnectionBudget.Place::leave);
            return taken <= 10;
        };
    }

    @Test
    void whoeverWaitsForABodyIsWokenWhenItCannotComeAnyMoreAndGoesOnUndisturbed() throws Exception {
        ConnectionBudget.Place place = entered(VAKE, "closed");
        Pace body = new Pace(new Deadlines(SECOND, SECOND, SECOND, Duration.ofMinutes(1), 1_000));
        CountDownLatch waiting = new CountDownLatch(1);
        FutureTask<Boolean> reader = new FutureTask<>(() -> {
            place.awaits(body);
            boolean woken = false;
            try {
                waiting.countDown();
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                woken = true;
                Thread.currentThread().interrupt();
            } finally {
                place.awaitsNoMore(body);
            }
            return woken && !Thread.currentThread().isInterrupted();
        });
        Thread.ofVirtual().start(reader);
        waiting.await();

        place.wake();

        assertThat(reader.get(1, TimeUnit.MINUTES)).isTrue();
    }
}
