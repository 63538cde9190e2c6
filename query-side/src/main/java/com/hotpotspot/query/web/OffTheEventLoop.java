package com.hotpotspot.query.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers every request from a virtual thread. An answer that is complete while the server's event loop still holds the
 * end of its request, as an immediate 404 was, could leave a kept-alive connection unread: the next request on it hung.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OffTheEventLoop implements WebFilter {

    private final BlockingWork threads;

    OffTheEventLoop(BlockingWork threads) {
        this.threads = threads;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).subscribeOn(threads.scheduler());
    }
}
