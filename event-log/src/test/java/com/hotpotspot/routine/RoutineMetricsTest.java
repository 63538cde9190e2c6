package com.hotpotspot.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What whoever watches a process can see of its routines. */
class RoutineMetricsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Instant now = NOON;
    private boolean failing;
    private boolean away;
    private OptionalLong next = OptionalLong.empty();

    private final Routine routine = new Routine("sheep", "count the sheep", this::turn, true, () -> now);

    @Test
    void timeInTroubleIsCountedAndEndsWithIt() throws InterruptedException {
        bind(() -> routine);
        assertThat(trouble()).isZero();

        failing = true;
        Rest unused = routine.turn();
        now = NOON.plusSeconds(90);
        assertThat(trouble()).isEqualTo(90);

        failing = false;
        unused = routine.turn();
        assertThat(trouble()).isZero();
    }

    @Test
    void lagIsWhatIsBetweenTheHeadOfTheLogAndWhatWasReadIfThatCanBeTold() {
        bind(new Following() {
            @Override
            public Routine routine() {
                return routine;
            }

            @Override
            public OptionalLong next() {
                return next;
            }
        });
        assertThat(lag()).isNaN();

        next = OptionalLong.of(0);
        assertThat(lag()).isEqualTo(100);
        next = OptionalLong.of(100);
        assertThat(lag()).isZero();
        next = OptionalLong.of(103);
        assertThat(lag()).isZero();

        away = true;
        assertThat(lag()).isNaN();
    }

    @Test
    void whoDoesNotGoAlongTheLogHasNoLag() {
        bind(() -> routine);

        assertThat(meters.find("hotpotspot.routine.lag").gauge()).isNull();
    }

    private void bind(Ongoing ongoing) {
        new RoutineMetrics(List.of(ongoing), this::head, () -> now).bindTo(meters);
    }

    private double trouble() {
        return meters.get("hotpotspot.routine.trouble")
                .tag("routine", "sheep")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    private double lag() {
        return meters.get("hotpotspot.routine.lag")
                .tag("routine", "sheep")
                .gauge()
                .value();
    }

    private long head() {
        if (away) {
            throw new IllegalStateException(new SQLException("away"));
        }
        return 99;
    }

    private Rest turn() {
        if (failing) {
            throw new IllegalStateException("a black one");
        }
        return Rest.upTo(Duration.ofSeconds(1));
    }
}
