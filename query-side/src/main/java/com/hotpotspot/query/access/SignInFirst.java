package com.hotpotspot.query.access;

import com.hotpotspot.query.web.PageRequests;
import com.hotpotspot.query.web.Problem;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends whoever wants to see a page to the issuer, which sends them back; tells everybody else to sign in. */
final class SignInFirst implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final SignInRequests requests;
    private final PendingSignIns pending;
    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    SignInFirst(SignInRequests requests, PendingSignIns pending) {
        this.requests = requests;
        this.pending = pending;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException nobody) {
        return answer(exchange);
    }

    /** Somebody is known still, but their time is over. */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException expired) {
        return answer(exchange);
    }

    private Mono<Void> answer(ServerWebExchange exchange) {
        ServerHttpRequest wanted = exchange.getRequest();
        boolean reads = wanted.getMethod().equals(HttpMethod.GET);
        if (!PageRequests.isForAPerson(wanted)) {
            return Mono.error(Problem.unauthenticated());
        }
        if (!reads || !PageRequests.isPage(wanted)) {
            Target back = reads ? Target.of(wanted.getURI()) : Target.ofPageThatSent(wanted);
            Problem problem = reads
                    ? Problem.notSignedIn("You have not signed in, or have been signed out.")
                    : Problem.notSignedIn("You have been signed out, and nothing was done with what you sent."
                                    + " Sign in, and send it again.")
                            .knownAs("signed-out-meanwhile");
            return Mono.error(problem.leadingTo("sign-in", back.signIn()));
        }
        return requests.resolve(exchange, SignIn.REGISTRATION)
                .flatMap(request -> pending.saveAuthorizationRequest(request, exchange)
                        .then(redirect.sendRedirect(exchange, URI.create(request.getAuthorizationRequestUri()))));
    }
}
