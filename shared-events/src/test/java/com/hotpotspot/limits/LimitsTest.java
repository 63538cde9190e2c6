package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.limits.Limits.Connections;
import com.hotpotspot.limits.Limits.Deadlines;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void connectionsLeaveFilesForTheOtherSideAndForAllElse() {
        Connections connections = new Connections(1_000, 100);

        assertThat(connections.thatFit(1_000_000)).isEqualTo(1_000);
        assertThat(connections.thatFit(2_048)).isEqualTo(682);
        assertThat(connections.thatFit(OpenFiles.most())).isPositive();
    }

    @Test
    void aDeadlineIsNeitherAtOnceNorNever() {
        assertThat(new Deadlines(SECOND, SECOND, SECOND, Duration.ofDays(1), 1)).isNotNull();
        assertThatThrownBy(() -> new Deadlines(SECOND, Duration.ZERO, SECOND, SECOND, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deadlines(SECOND, SECOND, SECOND, Duration.ofDays(2), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
