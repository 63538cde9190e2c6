package com.hotpotspot.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import java.net.http.HttpRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks at open doors as fast as they can. */
class OpenDoorsTest {

    private static RunningCommandSide system;

    @BeforeAll
    static void aSystemBehindAProxy() {
        system = new RunningCommandSide(
                "--hotpotspot.limits.open-doors.per-address=1", "--hotpotspot.limits.trusted-proxies=127.0.0.1,::1");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/api/v1/health"})
    void isToldToComeAgainAndKeepsNobodyElseAway(String door) {
        Reply refused = Stream.generate(() -> get(door, "192.0.2.1"))
                .limit(200)
                .filter(reply -> reply.status() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(get(door, "192.0.2." + (100 + door.length())).status()).isEqualTo(200);
    }

    private static Reply get(String door, String from) {
        return system.send(HttpRequest.newBuilder(system.address(door))
                .header("X-Forwarded-For", from)
                .GET()
                .build());
    }
}
