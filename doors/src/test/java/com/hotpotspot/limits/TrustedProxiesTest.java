package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address a request is counted at. */
class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8:ffff::/48"));

    @Test
    void whoeverConnectsIsBelievedAboutNobodyUnlessTheyAreATrustedProxy() {
        assertThat(caller("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
        assertThat(TrustedProxies.NONE
                        .caller("127.0.0.1", List.of("198.51.100.1"), List.of("for=198.51.100.1"))
                        .value())
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3  | 198.51.100.1",
                "192.0.2.7 | 198.51.100.1",
                "192.0.2.7 | 198.51.100.1:4711",
                "192.0.2.7 | 1.1.1.1, 2.2.2.2, 198.51.100.1",
                "192.0.2.7 | 1.1.1.1, 198.51.100.1, 10.0.0.9, 10.0.0.8",
                "192.0.2.7 | what a caller wrote, 198.51.100.1",
                "::ffff:10.1.2.3 | ::ffff:198.51.100.1",
            })
    void aTrustedProxyTellsWhoCallsAndWhatTheCallerWroteBeforeItCountsForNothing(String peer, String header) {
        assertThat(caller(peer, header)).isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=198.51.100.1",
                "For=\"198.51.100.1:4711\";proto=https;by=10.0.0.1",
                "proto=http; for=198.51.100.1",
                "for=1.1.1.1, for=198.51.100.1, for=10.0.0.9",
                "for=\"1.1.1.1, for=2.2.2.2\", for=198.51.100.1",
            })
    void theStandardHeaderIsReadLikeTheUsualOne(String header) {
        assertThat(PROXIES.caller("10.0.0.1", List.of(), List.of(header)).value())
                .isEqualTo("198.51.100.1");
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(PROXIES.caller("10.0.0.1", List.of("1.1.1.1", "198.51.100.1, 10.0.0.3"), List.of())
                        .value())
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unknown", "_hidden", "", "localhost", "1.2.3", "256.1.1.1", "0x7f.1", "12", "fee", "::1::"})
    void aProxyWhoseOwnCallerCannotBeReadIsTheCaller(String unreadable) {
        assertThat(caller("10.0.0.1", unreadable)).isEqualTo("10.0.0.1");
        assertThat(caller("10.0.0.1", "1.1.1.1, " + unreadable + ", 10.0.0.2")).isEqualTo("10.0.0.2");
    }

    @Test
    void whereOneHeaderContradictsTheOtherTheProxyItselfIsTheCaller() {
        assertThat(PROXIES.caller("10.0.0.1", List.of("198.51.100.1"), List.of("for=1.1.1.1"))
                        .value())
                .isEqualTo("10.0.0.1");
        assertThat(PROXIES.caller("10.0.0.1", List.of("198.51.100.1"), List.of("for=198.51.100.1"))
                        .value())
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:db8:0:1::1",
                "2001:db8:0:1:ffff:ffff:ffff:ffff",
                "2001:DB8:0:1::2%eth0",
                "[2001:db8:0:1::3]",
                "[2001:db8:0:1::3]:4711"
            })
    void anIpv6AddressCountsByItsNetworkOf64Bits(String address) {
        assertThat(caller("2001:db8:ffff::1", address)).isEqualTo("2001:db8:0:1:0:0:0:0/64");
        assertThat(PROXIES.caller("10.0.0.1", List.of(), List.of("for=\"" + address + '"'))
                        .value())
                .isEqualTo("2001:db8:0:1:0:0:0:0/64");
    }

    @Test
    void aListWithoutEndIsReadNoFurtherThanChainsOfProxiesReach() {
        String proxies = "198.51.100.1, " + "10.0.0.1, ".repeat(1_000) + "10.0.0.2";

        assertThat(caller("10.0.0.3", proxies)).isEqualTo("10.0.0.1");
    }

    @Test
    void aPeerWithoutAnAddressSharesWhatOneAddressMayDo() {
        assertThat(PROXIES.caller("", List.of("198.51.100.1"), List.of())).isEqualTo(ClientAddress.UNKNOWN);
    }

    @Test
    void aPeerThatIsGoneSharesWhatOneAddressMayDo() {
        assertThat(PROXIES.caller(null, List.of("198.51.100.1"), List.of())).isEqualTo(ClientAddress.UNKNOWN);
        assertThat(TrustedProxies.NONE.caller(null, List.of(), List.of())).isEqualTo(ClientAddress.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "::/129", "proxy.example", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8"})
    void aSettingThatIsNoRangeIsRefusedByName(String range) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(range)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hotpotspot.limits.trusted-proxies");
    }

    private static String caller(String peer, String xForwardedFor) {
        return PROXIES.caller(peer, List.of(xForwardedFor), List.of()).value();
    }
}
