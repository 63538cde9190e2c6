package com.hotpotspot.query.access;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.Streams;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** How many answers that go on for long, or for ever, are open: of an account and in all. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
public final class StreamPlaces implements WebFilter {

    private static final String ATTRIBUTE = StreamPlaces.class.getName();
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Streams limits;
    private final Map<AccountId, Integer> byAccount = new HashMap<>();
    private int taken;

    StreamPlaces(Limits limits) {
        this.limits = limits.streams();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).doFinally(end -> {
            if (exchange.getAttributes().remove(ATTRIBUTE) instanceof Stay stay) {
                leave(stay.account());
                stay.end().tryEmitEmpty();
            }
        });
    }

    /**
     * Takes a place for what the request is about to be answered with, until that has ended, however it does. To be
     * called once, before anything is sent.
     *
     * <p>The answer ends with the request: of a client that goes away just before the first of it is written, the
     * server tells the request, but not what was to be written, which would then be there for ever.
     *
     * @throws TooManyRequestsException if all places are taken, or all of the caller's account
     */
    public <T> Flux<T> enter(ServerWebExchange exchange, Flux<T> answer) {
        AccountId account = Caller.of(exchange).identity().account();
        take(account);
        Stay stay = new Stay(account, Sinks.empty());
        exchange.getAttributes().put(ATTRIBUTE, stay);
        return answer.takeUntilOther(stay.end().asMono());
    }

    /** A place that is taken, and what tells that it is not any more. */
    private record Stay(AccountId account, Sinks.Empty<Void> end) {}

    private synchronized void take(AccountId account) {
        if (byAccount.getOrDefault(account, 0) >= limits.perAccount()) {
            throw tooMany("This account has " + limits.perAccount()
                    + " streams, exports and live pages open, the most it may have. End one, or wait for one to end.");
        }
        if (taken >= limits.inAll()) {
            throw tooMany(limits.inAll()
                    + " streams, exports and live pages are open, the most there may be. Try again later.");
        }
        byAccount.merge(account, 1, Integer::sum);
        taken++;
    }

    private synchronized void leave(AccountId account) {
        byAccount.computeIfPresent(account, (ignored, open) -> open == 1 ? null : open - 1);
        taken--;
    }

    private static TooManyRequestsException tooMany(String detail) {
        return new TooManyRequestsException("too-many-streams", detail, AGAIN);
    }
}
