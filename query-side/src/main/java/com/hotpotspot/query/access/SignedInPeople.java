package com.hotpotspot.query.access;

import com.hotpotspot.query.web.SignedInPerson;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets pages know who has signed in, should they ask. */
final class SignedInPeople implements WebFilter {

    private static final String FIRST_PAGE = "/";

    private final SessionsOfPeople sessions;
    private final KnownAccounts accounts;
    private final Doors doors;
    private final @Nullable URI ownPage;

    SignedInPeople(SessionsOfPeople sessions, KnownAccounts accounts, Doors doors, AccessSettings settings) {
        this.sessions = sessions;
        this.doors = doors;
        this.accounts = accounts;
        this.ownPage = settings.accountUri();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        SignedInPerson.announce(
                exchange,
                sessions.load(exchange)
                        .mapNotNull(SecurityContext::getAuthentication)
                        .mapNotNull(authentication ->
                                authentication.getPrincipal() instanceof Person person ? person.signedIn() : null)
                        .flatMap(told -> Mono.justOrEmpty(accounts.now(told)))
                        .flatMap(signedIn -> formToken(exchange)
                                .map(token -> new SignedInPerson(
                                        accounts.nameOf(signedIn.identity().account()),
                                        ownPage,
                                        token.getParameterName(),
                                        token.getToken(),
                                        doors.letIn(signedIn.identity(), FIRST_PAGE)))));
        return chain.filter(exchange);
    }

    /** What forms of the pages send along, so that they cannot be forged; made when it is first asked for. */
    static Mono<CsrfToken> formToken(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
    }
}
