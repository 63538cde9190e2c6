package com.hotpotspot.query.web;

import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.TrustedProxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Tells whoever asks by where they are, also behind a proxy that is trusted. */
@Component
public final class ClientAddresses {

    private final TrustedProxies proxies;

    public ClientAddresses(Limits limits) {
        this.proxies = limits.proxies();
    }

    /** The address of the caller itself, if it can be told. */
    public ClientAddress of(ServerHttpRequest request) {
        return proxies.caller(peer(request), request.getHeaders()::getOrEmpty);
    }

    private static String peer(ServerHttpRequest request) {
        return Optional.ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(InetAddress::getHostAddress)
                .orElse("");
    }
}
