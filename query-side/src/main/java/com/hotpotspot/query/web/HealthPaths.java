package com.hotpotspot.query.web;

import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Nothing that tells of its health has parts, but for the groups. Asked for a part of something that is not there, Boot
 * 4.1.1 fails where it should find nothing.
 */
@Component
final class HealthPaths implements WebFilter, Ordered {

    private static final String HEALTH = "/actuator/health/";

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
        String path = exchange.getRequest().getPath().value();
        return path.startsWith(HEALTH)
                        && isTooDeep(path.substring(HEALTH.length()).split("/", -1))
                ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND))
                : chain.filter(exchange);
    }

    private boolean isTooDeep(String[] names) {
        return names.length > (groups.getNames().contains(names[0]) ? 2 : 1);
    }
}
