package com.hotpotspot.query.web;

import static java.util.stream.Collectors.joining;

import com.hotpotspot.exposure.BrowserHeaders;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What every answer tells a browser: to load nothing from elsewhere, to guess nothing and to keep figures to itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // so that refusals have them as well
final class SecurityHeaders implements WebFilter {

    private final String policy;

    SecurityHeaders(FormTargets targets) {
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self' "
                + targets.origins().stream().sorted().collect(joining(" "))
                + "; frame-ancestors 'none'";
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    HttpHeaders headers = exchange.getResponse().getHeaders();
                    BrowserHeaders.ALWAYS.forEach(headers::set);
                    headers.set(BrowserHeaders.CONTENT_POLICY, policy);
                    headers.set("Cross-Origin-Opener-Policy", "same-origin");
                    headers.set("Cross-Origin-Resource-Policy", "same-origin");
                    if (exchange.getRequest().getSslInfo() != null) {
                        headers.set(BrowserHeaders.TRANSPORT_SECURITY, BrowserHeaders.ENCRYPTED_FROM_NOW_ON);
                    }
                    if (headers.getCacheControl() == null) {
                        headers.setCacheControl(BrowserHeaders.KEEP_NOTHING);
                    }
                }));
        return chain.filter(exchange);
    }
}
