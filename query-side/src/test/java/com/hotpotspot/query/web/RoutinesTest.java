package com.hotpotspot.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What of the trouble beside the requests takes this side out of service. */
class RoutinesTest {

    private final Routine needed = new Routine("needed", "do what is needed", RoutinesTest::fail);
    private final Routine spare = Routine.spare("spare", "do what can be spared", RoutinesTest::fail);

    @AfterEach
    void stop() {
        needed.stop(Duration.ofSeconds(10));
        spare.stop(Duration.ofSeconds(10));
    }

    @Test
    void troubleOfWhatCanBeSparedIsShownAndTheSideIsAskedOn() {
        startedAndInTrouble(spare);

        Health health = health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("needed", "Nothing to do here.");
        assertThat(health.getDetails().get("spare")).asString().startsWith("Failing since ");
    }

    @Test
    void troubleOfWhatIsNeededIsThatOfTheSide() {
        startedAndInTrouble(needed);

        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    }

    private Health health() {
        return Objects.requireNonNull(new Routines()
                .routinesHealthIndicator(List.of(() -> needed, () -> spare))
                .health());
    }

    private static void startedAndInTrouble(Routine routine) {
        routine.start();
        await().until(() -> !routine.state().isWell());
    }

    private static Rest fail() {
        throw new IllegalStateException("no luck");
    }
}
