package com.hotpotspot.query.access;

import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.events.network.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whoever came through a door that is not open to everybody.
 *
 * @param actingIn the role that opened it
 * @param until the first instant at which they count as signed out
 */
public record Caller(Identity identity, Grant actingIn, Instant until) {

    private static final String ATTRIBUTE = Caller.class.getName();

    /** @throws NullPointerException if the door is open to everybody */
    public static Caller of(ServerWebExchange exchange) {
        return Objects.requireNonNull(exchange.getAttribute(ATTRIBUTE), "nobody was asked who they are");
    }

    void enter(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** Whether what belongs to a node is for them. */
    public boolean reaches(NodeId node) {
        return actingIn.reaches(node);
    }

    /** Whether everything is for them. */
    public boolean reachesAll() {
        return actingIn.isUnbounded();
    }

    /** The nodes that are for them, by id, where {@linkplain #reachesAll() not all} are. */
    public List<NodeId> nodes() {
        return actingIn.nodes().stream()
                .sorted(Comparator.comparing(NodeId::value))
                .toList();
    }

    /** A stream without an end, until they no longer count as signed in. */
    public <T> Flux<T> whileSignedIn(Flux<T> stream) {
        return Flux.defer(() -> stream.takeUntilOther(Mono.delay(Duration.between(Instant.now(), until))));
    }
}
