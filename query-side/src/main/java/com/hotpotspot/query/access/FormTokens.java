package com.hotpotspot.query.access;

import com.hotpotspot.query.web.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.WebSessionServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What forms of the pages send along, so that nobody else can make them up. Only what a browser sends along by itself
 * can make a request that somebody else thought up work, and that is the session of a person: where there is none, not
 * even the form is read.
 */
final class FormTokens {

    private static final Set<HttpMethod> ONLY_READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String BEARER = "bearer ";

    private final SessionsOfPeople sessions;
    private final ServerCsrfTokenRepository tokens = new InSession();
    private final ServerCsrfTokenRequestHandler handler = new XorServerCsrfTokenRequestAttributeHandler();

    FormTokens(SessionsOfPeople sessions) {
        this.sessions = sessions;
    }

    void protect(ServerHttpSecurity.CsrfSpec forgery) {
        forgery.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(handler)
                .requireCsrfProtectionMatcher(this::mayBeForged)
                .accessDeniedHandler((exchange, forged) -> refuse(exchange));
    }

    private Mono<MatchResult> mayBeForged(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (ONLY_READING.contains(request.getMethod()) || bearsAToken(request)) {
            return MatchResult.notMatch();
        }
        return sessions.exists(exchange);
    }

    /**
     * Only then is the session not asked for; whatever else stands in that header is taken for nothing, and a browser
     * sends some of it along by itself.
     */
    private static boolean bearsAToken(ServerHttpRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION), BEARER);
    }

    /** The page that says so has forms of its own, which must work. */
    private Mono<Void> refuse(ServerWebExchange exchange) {
        handler.handle(exchange, tokens.loadToken(exchange));
        return Mono.error(Problem.forbidden("This page is too old, and nothing was done with what you sent."
                        + " Load it anew and try again.")
                .knownAs("page-too-old")
                .leadingTo(
                        "reload", Target.ofPageThatSent(exchange.getRequest()).path()));
    }

    /** Signing out forgets the session as a whole. To take the token out afterwards would put it back in place. */
    private static final class InSession implements ServerCsrfTokenRepository {

        private final ServerCsrfTokenRepository sessions = new WebSessionServerCsrfTokenRepository();

        @Override
        public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
            return sessions.generateToken(exchange);
        }

        @Override
        public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
            return token == null ? Mono.empty() : sessions.saveToken(exchange, token);
        }

        @Override
        public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
            return sessions.loadToken(exchange);
        }
    }
}
