package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.limits.Limits.Connections;
import com.hotpotspot.limits.Limits.Deadlines;
import com.hotpotspot.limits.Limits.Hashes;
import com.hotpotspot.limits.Limits.SignIns;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void connectionsLeaveFilesAndHeapForTheOtherSideAndForAllElse() {
        Connections connections = new Connections(1_000, 100);

        assertThat(connections.thatFit(1_000_000, 4L << 30)).isEqualTo(1_000);
        assertThat(connections.thatFit(2_048, 4L << 30)).isEqualTo(682);
        assertThat(connections.thatFit(1_000_000, 128 << 20)).isEqualTo(512);
        assertThat(connections.thatFit(OpenFiles.most(), Runtime.getRuntime().maxMemory()))
                .isPositive();
    }

    @Test
    void secretsAreComparedOnAllCoresButOne() {
        Hashes hashes = new Hashes(4, 32);

        assertThat(hashes.thatFit(16)).isEqualTo(4);
        assertThat(hashes.thatFit(3)).isEqualTo(2);
        assertThat(hashes.thatFit(2)).isEqualTo(1);
        assertThat(hashes.thatFit(1)).isEqualTo(1);
    }

    @Test
    void noMoreWrongSecretsMayComeAtOnceThanInAMinute() {
        SignIns few = new SignIns(3, 2, 20, 5);

        assertThat(few.addressAtOnce()).isEqualTo(3);
        assertThat(few.clientAtOnce()).isEqualTo(2);
        assertThat(new SignIns(120, 20, 20, 5))
                .returns(20, SignIns::addressAtOnce)
                .returns(5, SignIns::clientAtOnce);
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
