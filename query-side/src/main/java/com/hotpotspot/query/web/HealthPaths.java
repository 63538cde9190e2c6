package com.hotpotspot.query.web;

import com.hotpotspot.exposure.HealthParts;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds nothing where there are no {@linkplain HealthParts parts of the health}. */
@Component
final class HealthPaths implements WebFilter, Ordered {

    private final HealthEndpointGroups groups;

    HealthPaths(HealthEndpointGroups groups) {
        this.groups = groups;
    }

    /** Behind whoever looks at who asks. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return HealthParts.isNoneAt(exchange.getRequest().getPath().value(), groups.getNames())
                ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND))
                : chain.filter(exchange);
    }
}
