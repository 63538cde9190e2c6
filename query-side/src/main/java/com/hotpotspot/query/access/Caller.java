package com.hotpotspot.query.access;

import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.web.Problem;
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
 * @param lost completes when what let them in is taken from them: their account, their credential or the role
 */
public record Caller(Identity identity, Grant actingIn, Instant until, Mono<Void> lost) {

    private static final String ATTRIBUTE = Caller.class.getName();

    /** @throws NullPointerException if the door is open to everybody */
    public static Caller of(ServerWebExchange exchange) {
        return Objects.requireNonNull(exchange.getAttribute(ATTRIBUTE), "nobody was asked who they are");
    }

    void enter(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** Whether they hold one of these roles, in whichever they are here. */
    public boolean mayActAs(Role... roles) {
        return identity.actingIn(List.of(roles)).isPresent();
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
        return Flux.defer(() -> stream.takeUntilOther(Mono.firstWithSignal(
                Mono.delay(Duration.between(Instant.now(), until)).then(), lost)));
    }

    /**
     * A stream that has an end, which may take longer to read than they are signed in. It breaks off, so that nobody
     * takes the part for the whole, when what let them in is taken from them.
     */
    public <T> Flux<T> unlessLost(Flux<T> stream) {
        return stream.takeUntilOther(lost.then(Mono.error(Problem::badToken)));
    }
}
