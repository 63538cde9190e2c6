package com.hotpotspot.routine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What comes of turns that fail: when the next one is, and what is told of it. */
@Timeout(60)
class TroubledRoutineTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Rest ORDINARY = Rest.upTo(Duration.ofSeconds(7));

    private final Logger logger = (Logger) LoggerFactory.getLogger(Routine.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Instant now = NOON;
    private Turn next = Turn.GOES_WELL;

    /** What a turn comes to. */
    enum Turn {
        GOES_WELL,
        MEETS_AN_OUTAGE,
        FAILS
    }

    @BeforeEach
    @BeforeTry
    void listen() {
        lines.list.clear();
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
        now = NOON;
    }

    @AfterEach
    @AfterTry
    void listenNoMore() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void afterAnOutageItComesBackEverLaterUpToTwoSecondsAndCanBeWoken() throws InterruptedException {
        Routine routine = byHand();

        next = Turn.MEETS_AN_OUTAGE;

        assertThat(List.of(routine.turn(), routine.turn(), routine.turn(), routine.turn(), routine.turn()))
                .containsExactly(
                        new Rest(Duration.ofMillis(250), Duration.ofMillis(250)),
                        new Rest(Duration.ofMillis(250), Duration.ofMillis(500)),
                        new Rest(Duration.ofMillis(250), Duration.ofSeconds(1)),
                        new Rest(Duration.ofMillis(250), Duration.ofSeconds(2)),
                        new Rest(Duration.ofMillis(250), Duration.ofSeconds(2)));
    }

    @Test
    void afterAFaultItComesBackEverLaterUpToHalfAMinuteWhateverIsSaid() throws InterruptedException {
        Routine routine = byHand();
        next = Turn.FAILS;

        List<Rest> rests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rests.add(routine.turn());
        }

        assertThat(rests).startsWith(Rest.of(Duration.ofMillis(250)), Rest.of(Duration.ofMillis(500)));
        assertThat(rests.subList(7, 40)).containsOnly(Rest.of(Duration.ofSeconds(30)));
    }

    @Test
    void itTellsSinceWhenItFailsAndWhy() throws InterruptedException {
        Routine routine = byHand();
        next = Turn.MEETS_AN_OUTAGE;
        Rest unused = routine.turn();
        now = NOON.plusSeconds(90);
        unused = routine.turn();

        assertThat(routine.state()).isEqualTo(new RoutineState.Failing(NOON, "connection refused", true));
        assertThat(routine.state().inWords()).isEqualTo("Failing since 2026-01-01T12:00:00Z: connection refused");

        next = Turn.GOES_WELL;
        assertThat(routine.turn()).isEqualTo(ORDINARY);

        assertThat(routine.state()).isEqualTo(new RoutineState.Running());
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Cannot count the sheep; trying again: connection refused",
                        "It is possible again, after 90 s, to count the sheep");
    }

    /** Against the plainest account of what should come of it. */
    @Property(tries = 300)
    void whateverHappensEachTroubleIsToldOnceAndItsEndOnce(@ForAll List<Turn> turns) throws InterruptedException {
        Routine routine = byHand();
        Turn before = Turn.GOES_WELL;
        int begun = 0;
        int over = 0;
        Duration longest = Duration.ZERO;
        for (Turn turn : turns) {
            next = turn;
            longest = turn == Turn.GOES_WELL
                    ? Duration.ZERO
                    : longest.isZero() ? Duration.ofMillis(250) : longest.multipliedBy(2);
            begun += turn != Turn.GOES_WELL && turn != before ? 1 : 0;
            over += turn == Turn.GOES_WELL && before != Turn.GOES_WELL ? 1 : 0;
            before = turn;

            Rest rest = routine.turn();

            if (turn == Turn.GOES_WELL) {
                assertThat(rest).isEqualTo(ORDINARY);
            } else {
                assertThat(rest.atMost()).isPositive().isLessThanOrEqualTo(longest);
                assertThat(rest.atLeast()).isPositive();
            }
            assertThat(routine.state().isWell()).isEqualTo(turn == Turn.GOES_WELL);
        }
        assertThat(lines.list.stream().filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN)))
                .hasSize(begun);
        assertThat(lines.list.stream().filter(line -> line.getLevel() == Level.INFO))
                .hasSize(over);
    }

    @Test
    void anErrorIsAFaultLikeAnyOther() throws InterruptedException {
        Routine routine = new Routine("sheep", "count the sheep", () -> {
            throw new StackOverflowError();
        });

        assertThat(routine.turn()).isEqualTo(Rest.of(Duration.ofMillis(250)));
        assertThat(routine.state())
                .isInstanceOfSatisfying(
                        RoutineState.Failing.class,
                        failing -> assertThat(failing.outage()).isFalse());
    }

    private Routine byHand() {
        return new Routine("sheep", "count the sheep", this::comesTo, true, () -> now);
    }

    private Rest comesTo() throws SQLException {
        return switch (next) {
            case GOES_WELL -> ORDINARY;
            case MEETS_AN_OUTAGE -> throw new SQLException("connection refused");
            case FAILS -> throw new IllegalStateException("a black one");
        };
    }
}
