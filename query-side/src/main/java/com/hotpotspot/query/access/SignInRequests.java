package com.hotpotspot.query.access;

import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the issuer is asked, so that it signs somebody in and sends them back to where they wanted to go. */
final class SignInRequests implements ServerOAuth2AuthorizationRequestResolver {

    private final ServerOAuth2AuthorizationRequestResolver plain;
    private final PendingSignIns pending;

    SignInRequests(ServerOAuth2AuthorizationRequestResolver plain, PendingSignIns pending) {
        this.plain = plain;
        this.pending = pending;
    }

    /** Of whoever follows a link to sign in. */
    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return plain.resolve(exchange)
                .map(request -> pending.begin(
                        request,
                        Target.of(exchange.getRequest().getQueryParams().getFirst(Target.PARAMETER))));
    }

    /** Of whoever asked for a page. */
    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registration) {
        return plain.resolve(exchange, registration)
                .map(request ->
                        pending.begin(request, Target.of(exchange.getRequest().getURI())));
    }
}
