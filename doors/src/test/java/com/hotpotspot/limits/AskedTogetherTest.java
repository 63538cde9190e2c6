package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AskedTogetherTest {

    private static final int MANY = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LITTLE = Duration.ofSeconds(2);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch silence = new CountDownLatch(1);

    @Test
    void whoeverComesMeanwhileSharesTheNextAnswer() throws Exception {
        AskedTogether<Integer> question = notAnsweredAtFirst(PATIENCE);

        try (ExecutorService people = Executors.newCachedThreadPool()) {
            Future<Integer> first = people.submit(question::ask);
            underWay.await();
            List<Thread> later = new ArrayList<>();
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                answers.add(people.submit(() -> {
                    synchronized (later) {
                        later.add(Thread.currentThread());
                    }
                    return question.ask();
                }));
            }
            await().until(() -> {
                synchronized (later) {
                    return later.size() == MANY
                            && later.stream().allMatch(it -> it.getState() == Thread.State.TIMED_WAITING);
                }
            });
            silence.countDown();

            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(2);
            }
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void nobodyGetsAnAnswerThatIsOlderThanTheirAsking() {
        AskedTogether<Integer> question = new AskedTogether<>(PATIENCE, asked::incrementAndGet);

        assertThat(question.ask()).isEqualTo(1);
        assertThat(question.ask()).isEqualTo(2);
    }

    @Test
    void aQuestionThatFailsFailsForThoseWhoWaitedAndForNobodyAfterThem() {
        AskedTogether<Integer> question = new AskedTogether<>(PATIENCE, () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
            }
            return asked.get();
        });

        assertThatThrownBy(question::ask)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not now");
        assertThat(question.ask()).isEqualTo(2);
    }

    @Test
    void aQuestionThatIsNotAnsweredIsGivenUpAndTheNextAskedBesideIt() {
        AskedTogether<Integer> question = notAnsweredAtFirst(LITTLE);

        assertThatThrownBy(question::ask).isInstanceOf(TooMuchUnderWayException.class);
        assertThat(question.ask()).isEqualTo(2);
        silence.countDown();
        assertThat(question.ask()).isEqualTo(3);
    }

    @Test
    void whoeverWaitsBehindOneThatIsNotAnsweredIsAnsweredAllTheSame() throws Exception {
        AskedTogether<Integer> question = notAnsweredAtFirst(LITTLE);

        try (ExecutorService people = Executors.newCachedThreadPool()) {
            Future<Integer> lost = people.submit(question::ask);
            underWay.await();

            assertThat(question.ask()).isEqualTo(2);
            assertThatThrownBy(lost::get).hasCauseInstanceOf(TooMuchUnderWayException.class);
            silence.countDown();
        }
    }

    /** Answered with how often it was asked, the first time only when the silence is over. */
    private AskedTogether<Integer> notAnsweredAtFirst(Duration patience) {
        return new AskedTogether<>(patience, () -> {
            int turn = asked.incrementAndGet();
            underWay.countDown();
            if (turn == 1) {
                awaitTheEndOfSilence();
            }
            return turn;
        });
    }

    private void awaitTheEndOfSilence() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
