package com.hotpotspot.query.access;

import com.hotpotspot.query.web.PageRequests;
import java.net.URI;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Sends whoever asks for a page by the number of this machine to its name, where they can sign in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // after the headers of all answers, before anybody is asked who they are
final class CanonicalHost implements WebFilter {

    private static final Set<String> NUMBERS = Set.of("127.0.0.1", "[::1]");

    private final PageOrigin pages;

    CanonicalHost(PageOrigin pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        URI wanted = exchange.getRequest().getURI();
        boolean elsewhere = NUMBERS.contains(String.valueOf(wanted.getHost()))
                && !NUMBERS.contains(pages.origin().getHost());
        if (!elsewhere || !PageRequests.isPage(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        String query = wanted.getRawQuery();
        exchange.getResponse().setStatusCode(HttpStatus.FOUND);
        exchange.getResponse()
                .getHeaders()
                .setLocation(pages.at(wanted.getRawPath() + (query == null ? "" : "?" + query)));
        return exchange.getResponse().setComplete();
    }
}
