package com.hotpotspot.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.standalone.database.CannotStartException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private final Lifecycle lifecycle = new Lifecycle(Duration.ofMinutes(1));
    private final List<String> stopped = new CopyOnWriteArrayList<>();

    @Test
    void whatStartedLastStopsFirst() {
        start("database");
        start("command side");
        start("query side");

        assertThat(lifecycle.end()).isTrue();

        assertThat(stopped).containsExactly("query side", "command side", "database");
    }

    @Test
    void nothingIsStoppedTwice() {
        start("database");
        lifecycle.end();

        assertThat(lifecycle.end()).isTrue();

        assertThat(stopped).containsExactly("database");
    }

    @Test
    void nothingStartsAfterTheEnd() {
        lifecycle.end();

        assertThatExceptionOfType(Lifecycle.EndedException.class).isThrownBy(() -> start("database"));
        assertThat(stopped).isEmpty();
    }

    @Test
    void whatDoesNotStopKeepsNothingElseFromStopping() {
        start("database");
        lifecycle.<AutoCloseable>start("query side", () -> () -> {
            throw new CannotStartException("stuck");
        });

        assertThat(lifecycle.end()).isFalse();

        assertThat(stopped).containsExactly("database");
    }

    @Test
    void whatHangsKeepsNothingElseFromStopping() {
        Lifecycle impatient = new Lifecycle(Duration.ofMillis(100));
        CountDownLatch never = new CountDownLatch(1);
        impatient.<AutoCloseable>start("database", () -> () -> stopped.add("database"));
        impatient.<AutoCloseable>start("query side", () -> never::await);

        assertThat(impatient.end()).isFalse();

        assertThat(stopped).containsExactly("database");
    }

    @Test
    void aStartThatHangsKeepsNothingFromStopping() throws InterruptedException {
        Lifecycle impatient = new Lifecycle(Duration.ofMillis(100));
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        impatient.<AutoCloseable>start("database", () -> () -> stopped.add("database"));
        Thread start = Thread.ofVirtual()
                .start(() -> impatient.<AutoCloseable>start("command side", () -> {
                    starting.countDown();
                    awaitUninterruptibly(mayStart);
                    return () -> stopped.add("command side");
                }));
        assertThat(starting.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(impatient.end()).isFalse();

        assertThat(stopped).containsExactly("database");
        mayStart.countDown();
        start.join();
    }

    @Test
    void anEndInTheMiddleOfAStartWaitsForItAndStopsIt() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        Thread start = Thread.ofVirtual()
                .start(() -> lifecycle.<AutoCloseable>start("database", () -> {
                    starting.countDown();
                    awaitUninterruptibly(mayStart);
                    return () -> stopped.add("database");
                }));
        assertThat(starting.await(10, TimeUnit.SECONDS)).isTrue();

        Thread end = Thread.ofVirtual().start(lifecycle::end);
        lifecycle.awaitEnd();
        assertThat(stopped).isEmpty();
        mayStart.countDown();
        start.join();
        end.join();

        assertThat(stopped).containsExactly("database");
    }

    @Test
    void whatIsBegunSideBySideStopsInTheOppositeOrderWhicheverWasThereFirst() throws InterruptedException {
        CountDownLatch laterIsThere = new CountDownLatch(1);
        Lifecycle.Beginning<AutoCloseable> database = lifecycle.begin("database", () -> {
            awaitUninterruptibly(laterIsThere);
            return () -> stopped.add("database");
        });
        lifecycle
                .<AutoCloseable>begin("query side", () -> () -> stopped.add("query side"))
                .await();
        laterIsThere.countDown();
        database.await();

        assertThat(lifecycle.end()).isTrue();

        assertThat(stopped).containsExactly("query side", "database");
    }

    @Test
    void whatKeepsOneFromStartingIsToldToWhoWaitsForIt() {
        Lifecycle.Beginning<AutoCloseable> database = lifecycle.begin("database", () -> {
            throw new CannotStartException("no space left");
        });
        Lifecycle.Beginning<AutoCloseable> side = lifecycle.begin("command side", database::await);

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(side::await)
                .withMessage("no space left");
    }

    @Test
    void anEndWhileOneHasFailedStopsWhatIsStillOnItsWay() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        Lifecycle.Beginning<AutoCloseable> side = lifecycle.begin("query side", () -> {
            starting.countDown();
            awaitUninterruptibly(mayStart);
            return () -> stopped.add("query side");
        });
        assertThat(starting.await(10, TimeUnit.SECONDS)).isTrue();

        Thread end = Thread.ofVirtual().start(lifecycle::end);
        lifecycle.awaitEnd();
        assertThat(stopped).isEmpty();
        mayStart.countDown();
        side.await();
        end.join();

        assertThat(stopped).containsExactly("query side");
        assertThatExceptionOfType(Lifecycle.EndedException.class)
                .isThrownBy(() -> lifecycle
                        .<AutoCloseable>begin("command side", () -> () -> stopped.add("command side"))
                        .await());
    }

    private void start(String name) {
        lifecycle.<AutoCloseable>start(name, () -> () -> stopped.add(name));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
