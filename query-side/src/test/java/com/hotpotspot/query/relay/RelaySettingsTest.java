package com.hotpotspot.query.relay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelaySettingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://commands.example",
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://127.3.2.1:8080",
                "http://[::1]:8080"
            })
    void tokensGoOverTlsOrStayOnTheMachine(String commandSide) {
        assertThatCode(() -> new RelaySettings(URI.create(commandSide), false, PATIENCE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://commands.example",
                "http://localhost.commands.example",
                "http://10.0.0.7:8080",
                "http://127.0.0.1.commands.example",
                "http://[2001:db8::1]:8080"
            })
    void nobodyOnTheWayReadsATokenUnlessTheOperatorSaysThatItIsSafe(String commandSide) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelaySettings(URI.create(commandSide), false, PATIENCE))
                .withMessageContaining("hotpotspot.relay.command-side must begin with https://");
        assertThatCode(() -> new RelaySettings(URI.create(commandSide), true, PATIENCE))
                .doesNotThrowAnyException();
    }

    @Test
    void anAddressIsOneOfTheWeb() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelaySettings(URI.create("ftp://localhost"), true, PATIENCE))
                .withMessageContaining("must be an address that begins with https:// or http://");
    }
}
