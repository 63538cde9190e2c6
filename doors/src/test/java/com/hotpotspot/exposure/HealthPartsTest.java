package com.hotpotspot.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthPartsTest {

    private static final Set<String> GROUPS = Set.of("liveness", "readiness");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/routines",
                "/actuator/health/readiness",
                "/actuator/health/readiness/accounts",
                "/api/v1/health/of/nobody"
            })
    void whatMayBeThereIsAskedFor(String path) {
        assertThat(HealthParts.isNoneAt(path, GROUPS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/none/of",
                "/actuator/health/routines/",
                "/actuator/health/readiness/accounts/of",
                "/actuator/health//"
            })
    void onlyGroupsHaveParts(String path) {
        assertThat(HealthParts.isNoneAt(path, GROUPS)).isTrue();
    }
}
