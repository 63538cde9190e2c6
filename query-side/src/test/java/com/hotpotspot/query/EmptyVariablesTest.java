package com.hotpotspot.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EmptyVariablesTest {

    @Test
    void aVariableSetToNothingCountsAsUnset() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        "systemEnvironment",
                        new SystemEnvironmentPropertySource(
                                "systemEnvironment",
                                Map.of(
                                        "HOTPOTSPOT_KEYSTORE_PASSPHRASE", "",
                                        "HOTPOTSPOT_ACCESS_ISSUER", "",
                                        "HOTPOTSPOT_ACCESS_AUDIENCE", "ours")));

        EmptyVariables.countAsUnset(environment);

        assertThat(environment.getProperty("hotpotspot.keystore.passphrase")).isNull();
        assertThat(environment.getProperty("hotpotspot.access.issuer", "the default"))
                .isEqualTo("the default");
        assertThat(environment.getProperty("hotpotspot.access.audience")).isEqualTo("ours");
    }
}
