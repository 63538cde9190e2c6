package com.hotpotspot.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTest {

    @ParameterizedTest
    @CsvSource({
        "network, network, 0",
        "network, netwrok, 1",
        "network, netwrk, 1",
        "network, networks, 1",
        "network, netwark, 1",
        "kitten, sitting, 3",
        "'', key, 3",
        "key, '', 3"
    })
    void itCountsLettersPutInLeftOutReplacedOrSwapped(String one, String other, int distance) {
        assertThat(Distance.between(one, other)).isEqualTo(distance);
    }
}
