package com.hotpotspot.query.access;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.query.web.ClientAddresses;
import java.time.Duration;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** How many sign-ins may be finished from one address: for each of them this server asks the issuer. */
final class SignInLimits {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final RateLimit<ClientAddress> perAddress;
    private final ClientAddresses addresses;

    /** @param perMinute 1 or more */
    SignInLimits(int perMinute, ClientAddresses addresses) {
        this.perAddress = new RateLimit<>(perMinute, PERIOD);
        this.addresses = addresses;
    }

    /** @throws TooManyRequestsException if there were too many in the last minute */
    void count(ServerHttpRequest request) {
        perAddress.count(addresses.of(request));
    }
}
