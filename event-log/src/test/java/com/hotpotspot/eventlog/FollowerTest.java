package com.hotpotspot.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeEvent;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.routine.RoutineState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a reader of the log may rely on, with a log that grows, fails and signals by hand. */
@Timeout(60)
class FollowerTest {

    private static final NodeId VAKE = new NodeId("VAKE");
    private static final AccountId SOMEBODY = new AccountId("somebody");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final LogByHand log = new LogByHand(3);
    private final List<Long> taken = new CopyOnWriteArrayList<>();
    private final Follower follower = following(log, taken);

    /** The position that cannot be taken; none if negative. */
    private volatile long stumbling = -1;

    /** What may happen next. */
    enum Step {
        A_NODE_CHANGES,
        SOMETHING_ELSE_HAPPENS,
        THE_LOG_GOES_AWAY,
        THE_LOG_COMES_BACK,
        THE_READER_STUMBLES,
        THE_READER_FINDS_ITS_FEET,
        IT_LOOKS
    }

    @AfterEach
    void stop() {
        follower.stop();
    }

    @Property(tries = 500)
    void everyEventComesOnceAndInItsPlaceWhateverFailsMeanwhile(
            @ForAll List<Step> steps, @ForAll @IntRange(min = 1, max = 4) int widest) {
        LogByHand changing = new LogByHand(widest);
        List<Long> seen = new ArrayList<>();
        Follower reader = following(changing, seen);
        List<Long> wanted = new ArrayList<>();
        boolean away = false;
        stumbling = -1;
        for (Step step : steps) {
            switch (step) {
                case A_NODE_CHANGES -> wanted.add(changing.record(VAKE.stream(), new NodeActivated(VAKE)));
                case SOMETHING_ELSE_HAPPENS -> somethingElse(changing);
                case THE_LOG_GOES_AWAY -> changing.away(away = true);
                case THE_LOG_COMES_BACK -> changing.away(away = false);
                case THE_READER_STUMBLES -> stumbling = wanted.isEmpty() ? -1 : wanted.getLast();
                case THE_READER_FINDS_ITS_FEET -> stumbling = -1;
                case IT_LOOKS -> {
                    long stone = stumbling;
                    List<Long> possible = stone < 0
                            ? List.copyOf(wanted)
                            : wanted.stream()
                                    .filter(position -> position < stone || seen.contains(stone))
                                    .toList();
                    if (away) {
                        assertThatThrownBy(reader::look).isInstanceOf(EventLogUnavailableException.class);
                    } else if (possible.equals(wanted)) {
                        assertThat(reader.look().atMost()).isPositive();
                        assertThat(seen).isEqualTo(wanted);
                    } else {
                        assertThatThrownBy(reader::look).isInstanceOf(IllegalStateException.class);
                        assertThat(seen).isEqualTo(possible);
                    }
                }
            }
        }
        stumbling = -1;
        changing.away(false);

        assertThat(reader.look().atMost()).isPositive();

        assertThat(seen).isEqualTo(wanted);
        assertThat(reader.next()).isEqualTo(OptionalLong.of(changing.head() + 1));
    }

    @Test
    void itStartsWithAllThatHappenedAndIsWokenByWhatIsNew() {
        log.record(VAKE.stream(), new NodeActivated(VAKE));
        somethingElse(log);

        assertThat(follower.start(SOON)).isTrue();
        assertThat(taken).containsExactly(0L);
        assertThat(follower.isCurrent()).isTrue();

        log.record(VAKE.stream(), new NodeActivated(VAKE));
        log.signal();

        await().until(() -> taken.equals(List.of(0L, 2L)));
        assertThat(follower.await(2, SOON)).isTrue();
        assertThat(follower.await(3, AT_ONCE)).isFalse();
    }

    @Test
    void whoeverWaitsForAPositionNeedsNoSignal() {
        follower.start(SOON);

        long position = log.record(VAKE.stream(), new NodeActivated(VAKE));

        assertThat(follower.await(position, SOON)).isTrue();
        assertThat(taken).containsExactly(position);
    }

    @Test
    void beforeAnEventThatCannotBeTakenItStandsStillAndIsNotCurrent() {
        stumbling = 0;
        log.record(VAKE.stream(), new NodeActivated(VAKE));
        log.record(VAKE.stream(), new NodeActivated(VAKE));

        assertThat(follower.start(AT_ONCE)).isFalse();
        await().until(() -> !follower.routine().state().isWell());
        assertThat(follower.isCurrent()).isFalse();
        assertThat(follower.next()).isEmpty();
        assertThat(taken).isEmpty();

        stumbling = -1;

        await().until(follower::isCurrent);
        assertThat(taken).containsExactly(0L, 1L);
        await().until(() -> follower.routine().state().equals(new RoutineState.Running()));
    }

    @Test
    void aFaultLaterOnTakesItsWordBackUntilItIsOver() {
        follower.start(SOON);
        stumbling = 0;
        log.record(VAKE.stream(), new NodeActivated(VAKE));
        log.signal();

        await().until(() -> !follower.isCurrent());
        assertThat(follower.next()).isPresent();
        assertThat(follower.next()).isEqualTo(OptionalLong.of(0));

        stumbling = -1;
        await().until(follower::isCurrent);
    }

    @Test
    void whatIsKnownCountsWhileTheLogIsAway() {
        follower.start(SOON);
        log.away(true);
        log.signal();

        await().until(() -> !follower.routine().state().isWell());
        assertThat(follower.isCurrent()).isTrue();

        log.away(false);
        log.signal();
        await().until(() -> follower.routine().state().isWell());
    }

    @Test
    void afterItsStopItHearsNothingMore() {
        follower.start(SOON);
        follower.stop();

        long position = log.record(VAKE.stream(), new NodeActivated(VAKE));
        log.signal();

        assertThat(follower.await(position, AT_ONCE)).isFalse();
        assertThat(taken).isEmpty();
        assertThat(follower.routine().isRunning()).isFalse();
    }

    private Follower following(LogByHand followed, List<Long> seen) {
        return new Follower(
                "nodes", followed, followed, Set.of("node"), Set.<Class<? extends Event>>of(NodeEvent.class), event -> {
                    if (event.position() == stumbling) {
                        throw new IllegalStateException("cannot take " + event.position());
                    }
                    seen.add(event.position());
                });
    }

    private static void somethingElse(LogByHand followed) {
        followed.record(SOMEBODY.stream(), new AccountCreated(SOMEBODY, AccountKind.PERSON));
    }
}
