package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.testing.Spoilt;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Headers in which callers may write what they like. */
class HostileAddressesTest {

    private static final TrustedProxies PROXIES = new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::/32"));
    private static final String IN_ONE_FORM = "[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:]+/64";

    @Property
    void whoeverCallsIsSomebodyWhateverTheyWrite(@ForAll long seed) {
        Random dice = new Random(seed);
        String xForwardedFor = Spoilt.text("192.0.2.7, ::ffff:198.51.100.2, 10.1.2.3", dice);
        String forwarded = Spoilt.text("for=192.0.2.7;proto=https, for=\"[2001:db8::17]:4711\", for=_hidden", dice);

        for (ClientAddress caller : List.of(
                PROXIES.caller("10.0.0.1", List.of(xForwardedFor), List.of()),
                PROXIES.caller("10.0.0.1", List.of(), List.of(forwarded)),
                PROXIES.caller("2001:db8::1", List.of(xForwardedFor, xForwardedFor), List.of(forwarded)))) {
            assertThat(caller.value()).matches(IN_ONE_FORM);
        }
    }

    @Property
    void whoeverIsNoProxyIsNotBelieved(@ForAll long seed) {
        Random dice = new Random(seed);
        String header = Spoilt.text("for=192.0.2.7", dice);

        assertThat(PROXIES.caller("203.0.113.9", List.of(header), List.of(header)))
                .isEqualTo(new ClientAddress("203.0.113.9"));
    }
}
