package com.hotpotspot.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {

    private static final SettingNames NAMES = SettingNames.known();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hotpotspot.audit.ask-first",
                "hotpotspot.audit.askFirst",
                "hotpotspot.audit.ask_first",
                "HOTPOTSPOT.AUDIT.ASKFIRST",
                "HOTPOTSPOT_AUDIT_ASKFIRST",
                "HOTPOTSPOT_AUDIT_ASK_FIRST",
                "hotpotspot.audit.peers",
                "hotpotspot.audit.peers[3]",
                "HOTPOTSPOT_AUDIT_PEERS",
                "HOTPOTSPOT_AUDIT_PEERS_3",
                "hotpotspot.audit.witnesses[0].node-id",
                "HOTPOTSPOT_AUDIT_WITNESSES_0_NODEID",
                "HOTPOTSPOT_AUDIT_WITNESSES_0_NODE_ID",
                "hotpotspot.access.limits.POS_TERMINAL",
                "hotpotspot.access.limits[POS_TERMINAL]",
                "HOTPOTSPOT_ACCESS_LIMITS_POS_TERMINAL",
                "hotpotspot.limits.connections.in-all",
                "hotpotspot.issuer.requests-per-client",
            })
    void aSettingMayBeWrittenInTheWaysThatSpringBootKnows(String name) {
        assertThatCode(() -> NAMES.mustHoldAll(Stream.of(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "hotpotspot.audit.netwrok, hotpotspot.audit.network",
        "hotpotspot.audt.network, hotpotspot.audit.network",
        "hotpotspot.limits.conections.in-all, hotpotspot.limits.connections.in-all",
        "hotpotspot.limits.connections.in_al, hotpotspot.limits.connections.in-all",
        "hotpotspot.audit.witnesses[0].node, hotpotspot.audit.witnesses[].node-id",
        "hotpotspot.audit.witnesses.key, hotpotspot.audit.witnesses[].key",
        "hotpotspot.web.plaintext, hotpotspot.web.plain-text-allowed",
        "HOTPOTSPOT_AUDIT_NETWROK, HOTPOTSPOT_AUDIT_NETWORK",
        "HOTPOTSPOT_KEYSTORE_PASSPHRASEFILES, HOTPOTSPOT_KEYSTORE_PASSPHRASEFILE",
    })
    void oneThatThereIsNotIsToldWithTheNearestThatThereIs(String wrong, String right) {
        assertThatExceptionOfType(UnknownSettingException.class)
                .isThrownBy(() -> NAMES.mustHoldAll(Stream.of("PATH", wrong)))
                .withMessage("There is no setting %s; did you mean %s?".formatted(wrong, right));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "server.port",
                "spring.datasource.url",
                "hotpot.audit",
                "HOTPOTSPOT_SERVICE_HOST",
                "HOTPOTSPOT_COMMAND_SIDE_SERVICE_PORT_HTTP",
                "HOTPOTSPOT_PORT",
                "HOTPOTSPOT_PORT_8080_TCP_ADDR",
                "HOTPOTSPOT_COPIES",
                "hotpotspot.start-cache"
            })
    void namesOfOthersAreNobodysBusiness(String name) {
        assertThatCode(() -> NAMES.mustHoldAll(Stream.of(name))).doesNotThrowAnyException();
    }

    @Test
    void whatIsToldIsOneShortLineOfPrintableSigns() {
        assertThatExceptionOfType(UnknownSettingException.class)
                .isThrownBy(() -> NAMES.mustHoldAll(Stream.iterate("x\n\u001b[31m", name -> name + "x")
                        .limit(2_000)
                        .map("hotpotspot."::concat)))
                .satisfies(fault ->
                        assertThat(fault.getMessage()).hasSizeLessThan(1_500).matches("[ -~]+"));
    }
}
