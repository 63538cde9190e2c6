package com.hotpotspot.query.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Whom a page says it is shown to, and what its form for signing out has to send along so that it cannot be forged.
 *
 * @param name what they sign in with, else their account
 * @param ownPage where they change their password or their second factor; null if there is no such place
 * @param tokenName the name of the form's hidden field
 * @param hasPages whether there is a page for what they may do
 */
public record SignedInPerson(String name, @Nullable URI ownPage, String tokenName, String token, boolean hasPages) {

    private static final String ATTRIBUTE = SignedInPerson.class.getName();

    /** Says who it is, should a page ask. */
    public static void announce(ServerWebExchange exchange, Mono<SignedInPerson> person) {
        exchange.getAttributes().put(ATTRIBUTE, person);
    }

    /** Empty for whoever did not sign in on a page. */
    public static Mono<SignedInPerson> of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, Mono.empty());
    }
}
