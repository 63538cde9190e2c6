package com.hotpotspot.query.access;

import com.hotpotspot.access.Door;
import com.hotpotspot.access.Identity;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.web.ReadableHeaders;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webflux.actuate.endpoint.web.AbstractWebFluxEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Knows what each door declares, be it ours or one that came with a library. */
@Component
public final class Doors {

    private static final Door WATCHING = new Door.For(List.of(Role.ADMIN, Role.AUDITOR));

    private static final HttpMethod NO_METHOD = HttpMethod.valueOf("options");

    private final ApplicationContext context;
    private final String health;

    Doors(ApplicationContext context, @Value("${management.endpoints.web.base-path:/actuator}") String endpoints) {
        this.context = context;
        this.health = endpoints + "/health";
    }

    /** The door that a request is at. Fails as handling the request would, where there is none. */
    Mono<Door> at(ServerWebExchange asked) {
        ServerWebExchange exchange = withoutQuestions(ReadableHeaders.passedOver(asked));
        return Flux.fromIterable(mappings(exchange))
                .concatMap(mapping -> mapping.getHandler(exchange).map(handler -> door(mapping, handler, exchange)))
                .next()
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * The framework would say by itself what a door has to say of that, as if it were a door: it is no method of any.
     */
    private static ServerWebExchange withoutQuestions(ServerWebExchange exchange) {
        return HttpMethod.OPTIONS.equals(exchange.getRequest().getMethod())
                ? exchange.mutate()
                        .request(request -> request.method(NO_METHOD))
                        .build()
                : exchange;
    }

    /** Of the server that took the request: endpoints for watching may have one of their own. */
    private List<HandlerMapping> mappings(ServerWebExchange exchange) {
        ApplicationContext server = exchange.getApplicationContext();
        List<HandlerMapping> mappings = (server == null ? context : server)
                .getBean(DispatcherHandler.class)
                .getHandlerMappings();
        return mappings == null ? List.of() : mappings;
    }

    private Door door(HandlerMapping mapping, Object handler, ServerWebExchange exchange) {
        if (mapping instanceof AbstractWebFluxEndpointHandlerMapping) {
            return isHealth(exchange) ? new Door.Open() : WATCHING;
        }
        return switch (handler) {
            case HandlerMethod method -> of(method);
            case ResourceWebHandler assets
            when isAsset(exchange.getRequest().getPath().value()) -> new Door.Open();
            default -> new Door.Undeclared();
        };
    }

    private boolean isHealth(ServerWebExchange exchange) {
        PathPattern pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String path = pattern == null ? "" : pattern.getPatternString();
        return path.equals(health) || path.startsWith(health + "/");
    }

    /** Whether that is where the scripts and styles of pages are. */
    static boolean isAsset(String path) {
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    private static Door of(HandlerMethod method) {
        return Door.of(method.getMethod(), method.getBeanType());
    }

    /**
     * Whether somebody may come through one of our own doors, so that nobody is shown the way to one that is locked.
     *
     * @param pattern the path as the door's method declares it
     */
    public boolean letIn(Identity identity, String pattern) {
        return ownDoor(pattern)
                .filter(door -> switch (door) {
                    case Door.Open open -> true;
                    case Door.For some -> identity.actingIn(some.roles()).isPresent();
                    case Door.Undeclared undeclared -> false;
                })
                .isPresent();
    }

    private Optional<Door> ownDoor(String pattern) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(door -> door.getKey().getDirectPaths().contains(pattern))
                .map(door -> of(door.getValue()))
                .findFirst();
    }
}
