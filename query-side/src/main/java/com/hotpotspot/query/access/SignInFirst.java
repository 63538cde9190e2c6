package com.hotpotspot.query.access;

import com.hotpotspot.query.web.PageRequests;
import com.hotpotspot.query.web.Problem;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends whoever wants to see a page to the issuer, which sends them back; tells everybody else to sign in. */
final class SignInFirst implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final ServerOAuth2AuthorizationRequestResolver requests;
    private final PendingSignIns pending;
    private final ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    SignInFirst(ServerOAuth2AuthorizationRequestResolver requests, PendingSignIns pending) {
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
        boolean reads = exchange.getRequest().getMethod().equals(HttpMethod.GET);
        if (!reads || !PageRequests.isPage(exchange.getRequest())) {
            return Mono.error(Problem.unauthenticated());
        }
        return requests.resolve(exchange, SignIn.REGISTRATION)
                .map(request -> OAuth2AuthorizationRequest.from(request)
                        .attributes(all -> all.put(PendingSignIns.TARGET, target(exchange)))
                        .build())
                .flatMap(request -> pending.saveAuthorizationRequest(request, exchange)
                        .then(redirect.sendRedirect(exchange, URI.create(request.getAuthorizationRequestUri()))));
    }

    private static String target(ServerWebExchange exchange) {
        URI wanted = exchange.getRequest().getURI();
        String query = wanted.getRawQuery();
        return wanted.getRawPath() + (query == null ? "" : "?" + query);
    }
}
