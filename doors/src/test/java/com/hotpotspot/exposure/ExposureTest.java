package com.hotpotspot.exposure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ExposureTest {

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    @Test
    void loopbackMaySpeakPlainText() {
        assertThatCode(() -> new Exposure(address("127.0.0.1"), false, false).mustBeSafe())
                .doesNotThrowAnyException();
        assertThatCode(() -> new Exposure(address("::1"), false, false).mustBeSafe())
                .doesNotThrowAnyException();
    }

    @Test
    void everywhereElseItIsRefusedWithWhatCanBeDone() {
        assertThatThrownBy(() -> new Exposure(null, false, false).mustBeSafe())
                .isInstanceOf(UnsafeExposureException.class)
                .hasMessageContaining("every address")
                .hasMessageContaining("server.ssl.certificate")
                .hasMessageContaining(Exposure.PROPERTY);
        assertThatThrownBy(() -> new Exposure(address("10.1.2.3"), false, false).mustBeSafe())
                .hasMessageContaining("10.1.2.3");
        assertThatThrownBy(() -> new Exposure(address("0.0.0.0"), false, false).mustBeSafe())
                .isInstanceOf(UnsafeExposureException.class);
    }

    @Test
    void unlessItIsEncryptedHereOrByAProxy() {
        assertThatCode(() -> new Exposure(null, true, false).mustBeSafe()).doesNotThrowAnyException();
        assertThatCode(() -> new Exposure(null, false, true).mustBeSafe()).doesNotThrowAnyException();
    }
}
