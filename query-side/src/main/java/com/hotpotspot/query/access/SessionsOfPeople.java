package com.hotpotspot.query.access;

import com.hotpotspot.events.account.AccountId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The sessions of people who have signed in; nobody else gets one. There are only so many of an account and in all: for
 * each one more the oldest ends. Each ends some time after it began, however often it was used or renewed, and when the
 * log no longer has what the person signed in with.
 */
final class SessionsOfPeople implements ServerSecurityContextRepository {

    private final ServerSecurityContextRepository contexts = new WebSessionServerSecurityContextRepository();
    private final SessionSettings settings;
    private final KnownAccounts accounts;
    private final Clock clock;

    /** Whose each is, oldest first. */
    private final Map<WebSession, AccountId> open = new LinkedHashMap<>();

    SessionsOfPeople(SessionSettings settings, KnownAccounts accounts, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return exchange.getSession()
                .filter(WebSession::isStarted)
                .flatMap(session -> isOver(session)
                        ? session.invalidate().then(Mono.<SecurityContext>empty())
                        : contexts.load(exchange)
                                .flatMap(context -> hasLostAll(context)
                                        ? session.invalidate().then(Mono.<SecurityContext>empty())
                                        : Mono.just(context)));
    }

    /** Whether the request comes with one. */
    Mono<MatchResult> exists(ServerWebExchange exchange) {
        return load(exchange).flatMap(person -> MatchResult.match()).switchIfEmpty(Mono.defer(MatchResult::notMatch));
    }

    private boolean isOver(WebSession session) {
        return !clock.instant().isBefore(session.getCreationTime().plus(settings.lifetime()));
    }

    /** Whoever only has to renew their sign-in keeps the session meanwhile, with what their open forms send along. */
    private boolean hasLostAll(SecurityContext context) {
        return person(context)
                .map(Person::signedIn)
                .filter(accounts::hasLostAll)
                .isPresent();
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return contexts.save(exchange, context)
                .then(exchange.getSession())
                .flatMap(session -> person(context)
                        .map(person ->
                                endThoseBeyond(person.signedIn().identity().account(), session))
                        .orElseGet(Mono::empty));
    }

    private static Optional<Person> person(@Nullable SecurityContext context) {
        return Optional.ofNullable(context)
                .map(SecurityContext::getAuthentication)
                .map(Authentication::getPrincipal)
                .filter(Person.class::isInstance)
                .map(Person.class::cast);
    }

    private Mono<Void> endThoseBeyond(AccountId account, WebSession session) {
        return Flux.fromIterable(admit(account, session))
                .concatMap(WebSession::invalidate)
                .then();
    }

    /** Those that have to go for it. */
    private synchronized List<WebSession> admit(AccountId account, WebSession session) {
        open.keySet().removeIf(WebSession::isExpired);
        open.remove(session);
        open.put(session, account);
        List<WebSession> ofAccount = open.entrySet().stream()
                .filter(other -> other.getValue().equals(account))
                .map(Map.Entry::getKey)
                .toList();
        List<WebSession> ending =
                new ArrayList<>(ofAccount.subList(0, Math.max(0, ofAccount.size() - settings.perAccount())));
        ending.forEach(open::remove);
        while (open.size() > settings.inAll()) {
            WebSession oldest = open.keySet().iterator().next();
            open.remove(oldest);
            ending.add(oldest);
        }
        return ending;
    }
}
