package com.hotpotspot.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.hotpotspot.testing.Logged;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What work that goes on by itself may rely on, and whoever watches it. */
@Timeout(60)
class RoutineTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aSignalEndsItsRest() throws InterruptedException {
        Semaphore turns = new Semaphore(0);
        Routine routine = new Routine("sheep", "count the sheep", () -> {
            turns.release();
            return Rest.upTo(AN_HOUR);
        });
        routine.start();
        assertThat(turns.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

        routine.wake();

        assertThat(turns.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        routine.stop(SOON);
    }

    @Test
    void aSignalInTheMiddleOfATurnIsHeardAfterIt() throws InterruptedException {
        Semaphore turns = new Semaphore(0);
        Semaphore go = new Semaphore(0);
        Routine routine = new Routine("sheep", "count the sheep", () -> {
            turns.release();
            go.acquire();
            return Rest.upTo(AN_HOUR);
        });
        routine.start();
        assertThat(turns.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

        routine.wake();
        go.release(2);

        assertThat(turns.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        routine.stop(SOON);
    }

    @Test
    void itsThreadSaysWhoseItIs() {
        AtomicReference<String> name = new AtomicReference<>();
        Routine routine = new Routine("sheep", "count the sheep", () -> {
            name.set(Thread.currentThread().getName());
            return Rest.upTo(AN_HOUR);
        });
        routine.start();

        await().until(() -> "hps-sheep".equals(name.get()));
        routine.stop(SOON);
    }

    @Test
    void itStopsInTheMiddleOfARestOrAPause() throws InterruptedException {
        CountDownLatch pausing = new CountDownLatch(1);
        AtomicReference<Routine> self = new AtomicReference<>();
        Routine resting = new Routine("rests", "rest", () -> Rest.of(AN_HOUR));
        Routine inAPause = new Routine("pauses", "pause", () -> {
            pausing.countDown();
            assertThat(self.get().pause(AN_HOUR)).isTrue();
            return Rest.of(AN_HOUR);
        });
        self.set(inAPause);
        resting.start();
        inAPause.start();
        assertThat(resting.isRunning()).isTrue();
        assertThat(pausing.await(30, TimeUnit.SECONDS)).isTrue();

        List<ILoggingEvent> lines = Logged.during(() -> {
            resting.stop(SOON);
            inAPause.stop(SOON);
        });

        assertThat(resting.state()).isInstanceOf(RoutineState.Stopped.class);
        assertThat(inAPause.state()).isInstanceOf(RoutineState.Stopped.class);
        assertThat(resting.isRunning()).isFalse();
        assertThat(lines).isEmpty();
    }

    @Test
    void aTurnThatDoesNotEndIsInterrupted() throws InterruptedException {
        CountDownLatch atWork = new CountDownLatch(1);
        Routine routine = new Routine("sheep", "count the sheep", () -> {
            atWork.countDown();
            new CountDownLatch(1).await();
            return Rest.NONE;
        });
        routine.start();
        assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();

        routine.stop(Duration.ofMillis(1));

        await().until(() -> routine.state() instanceof RoutineState.Stopped);
    }

    @Test
    void whenItIsInterruptedItEndsAndSaysSo() {
        Routine routine = new Routine("sheep", "count the sheep", () -> {
            Thread.currentThread().interrupt();
            return Rest.upTo(AN_HOUR);
        });

        List<ILoggingEvent> lines = Logged.during(() -> {
            routine.start();
            await().until(() -> routine.state() instanceof RoutineState.Stopped);
        });

        assertThat(routine.state().isWell()).isFalse();
        assertThat(lines)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Was interrupted, and goes on no longer, to count the sheep");
    }

    @Test
    void itIsStartedOnce() {
        Routine routine = new Routine("sheep", "count the sheep", () -> Rest.upTo(AN_HOUR));
        assertThat(routine.state()).isEqualTo(new RoutineState.Idle());
        routine.start();

        assertThatThrownBy(routine::start).isInstanceOf(IllegalStateException.class);
        routine.stop(SOON);
    }
}
