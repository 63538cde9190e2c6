package com.hotpotspot.query.access;

import com.hotpotspot.access.Door;
import com.hotpotspot.access.Grant;
import com.hotpotspot.access.RoleLimits;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.web.Problem;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * Lets a request in or not. Whoever has not signed in learns nothing about what is there; whoever has is told why they
 * may not come in.
 */
final class Doorkeeper implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final AuthorizationResult WELCOME = new AuthorizationDecision(true);

    /** What a path calls the node that it is about. */
    private static final String NODE = "nodeId";

    private final Doors doors;
    private final OpenDoors openDoors;
    private final RoleLimits limits;
    private final KnownAccounts accounts;
    private final QuestionPlaces questions;

    Doorkeeper(Doors doors, OpenDoors openDoors, RoleLimits limits, KnownAccounts accounts, QuestionPlaces questions) {
        this.doors = doors;
        this.openDoors = openDoors;
        this.limits = limits;
        this.accounts = accounts;
        this.questions = questions;
    }

    /** Empty for somebody who has to sign in first. */
    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        ServerWebExchange exchange = context.getExchange();
        Mono<SignedIn> whoever = authentication.mapNotNull(Doorkeeper::signedIn);
        return doors.at(exchange).materialize().flatMap(found -> switch (found.get()) {
            case Door.Open open -> {
                openDoors.count(exchange);
                yield Mono.just(WELCOME);
            }
            case Door.Undeclared undeclared ->
                whoever.filter(told -> accounts.now(told).isPresent())
                        .flatMap(signedIn -> Mono.error(Problem.forbidden("Nobody may do this.")));
            case Door.For some ->
                whoever.flatMap(told -> Mono.justOrEmpty(accounts.now(told)).flatMap(signedIn -> {
                    AuthorizationResult result = letIn(told, signedIn, some, exchange);
                    return questions
                            .enter(exchange, signedIn.identity().account())
                            .thenReturn(result);
                }));
            case null ->
                whoever.filter(told -> accounts.now(told).isPresent())
                        .flatMap(signedIn -> Mono.error(whyThereIsNone(found)));
        });
    }

    private static @Nullable SignedIn signedIn(Authentication authentication) {
        return switch (authentication.getPrincipal()) {
            case SignedIn bearer -> bearer;
            case Person person -> person.signedIn();
            case null, default -> null;
        };
    }

    private static Throwable whyThereIsNone(Signal<Door> found) {
        return Objects.requireNonNull(found.getThrowable(), "a door or a reason");
    }

    /**
     * @param told what the issuer said
     * @param signedIn what is left of that
     * @throws TooManyRequestsException if they ask too often
     */
    private AuthorizationResult letIn(SignedIn told, SignedIn signedIn, Door.For door, ServerWebExchange exchange) {
        Grant grant = signedIn.identity()
                .actingIn(door.roles())
                .orElseThrow(() -> Problem.forbidden("None of your roles allows this."));
        limits.count(signedIn.identity().account(), grant.role());
        if (!reachesNode(grant, exchange)) {
            throw Problem.forbidden("Your role is not about this node.").knownAs("other-node");
        }
        new Caller(signedIn.identity(), grant, signedIn.until(), accounts.untilLost(told, grant)).enter(exchange);
        return WELCOME;
    }

    private static boolean reachesNode(Grant grant, ServerWebExchange exchange) {
        Map<String, String> variables =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        String node = variables.get(NODE);
        return node == null
                || !grant.role().needsNodes()
                || (node.matches(NodeId.FORM) && grant.reaches(new NodeId(node)));
    }
}
