package com.hotpotspot.query.access;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.TrustedProxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** How many sign-ins may be finished from one address: for each of them this server asks the issuer. */
final class SignInLimits {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final String X_FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED = "Forwarded";

    private final RateLimit<ClientAddress> perAddress;
    private final TrustedProxies proxies;

    /** @param perMinute 1 or more */
    SignInLimits(int perMinute, TrustedProxies proxies) {
        this.perAddress = new RateLimit<>(perMinute, PERIOD);
        this.proxies = proxies;
    }

    /** @throws TooManyRequestsException if there were too many in the last minute */
    void count(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        perAddress.count(
                proxies.caller(peer(request), headers.getOrEmpty(X_FORWARDED_FOR), headers.getOrEmpty(FORWARDED)));
    }

    private static String peer(ServerHttpRequest request) {
        return Optional.ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(InetAddress::getHostAddress)
                .orElse("");
    }
}
