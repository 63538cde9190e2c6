package com.hotpotspot.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {

    @Test
    void aVariableSetToNothingCountsAsUnset() {
        assertThat(Variables.set(Map.of(
                        "HOTPOTSPOT_KEYSTORE_PASSPHRASE", "",
                        "HOTPOTSPOT_ACCESS_AUDIENCE", "ours",
                        "HOTPOTSPOT_PAGES_ORIGIN", " ")))
                .isEqualTo(Map.of("HOTPOTSPOT_ACCESS_AUDIENCE", "ours", "HOTPOTSPOT_PAGES_ORIGIN", " "));
    }
}
