package com.hotpotspot.query.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The access token of whoever has signed in on the pages. It stays in their session here: what they do on a page is
 * passed on with it, and no answer to a browser ever holds it.
 */
@Component
public final class PersonsToken {

    private final ServerOAuth2AuthorizedClientRepository clients;

    PersonsToken(ServerOAuth2AuthorizedClientRepository clients) {
        this.clients = clients;
    }

    /** Empty for a program, which has a token of its own, and for nobody. */
    public Mono<String> of(ServerWebExchange exchange) {
        return exchange.<Authentication>getPrincipal()
                .filter(somebody -> somebody.getPrincipal() instanceof Person)
                .flatMap(person ->
                        clients.<OAuth2AuthorizedClient>loadAuthorizedClient(SignIn.REGISTRATION, person, exchange))
                .map(client -> client.getAccessToken().getTokenValue());
    }
}
