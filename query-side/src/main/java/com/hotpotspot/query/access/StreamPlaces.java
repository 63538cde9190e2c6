package com.hotpotspot.query.access;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.Streams;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        Stay stay = new Stay();
        exchange.getAttributes().put(ATTRIBUTE, stay);
        return chain.filter(exchange).doFinally(end -> leave(stay));
    }

    /**
     * Takes a place for what the request is about to be answered with, until that has ended, however it does. To be
     * called once, before anything is sent.
     *
     * <p>The answer ends with the request: of a client that goes away just before the first of it is written, the
     * server tells the request, but not what was to be written, which would then be there for ever. A request may have
     * ended already, on another thread, and then takes no place and is answered with nothing.
     *
     * @throws TooManyRequestsException if all places are taken, or all of the caller's account
     */
    public <T> Flux<T> enter(ServerWebExchange exchange, Flux<T> answer) {
        Stay stay = exchange.getRequiredAttribute(ATTRIBUTE);
        take(stay, Caller.of(exchange).identity().account());
        return answer.takeUntilOther(stay.end.asMono());
    }

    private synchronized void take(Stay stay, AccountId account) {
        if (stay.over) {
            return;
        }
        if (byAccount.getOrDefault(account, 0) >= limits.perAccount()) {
            throw tooMany("This account has " + limits.perAccount()
                    + " streams, exports and live pages open, the most it may have. End one, or wait for one to end.");
        }
        if (taken >= limits.inAll()) {
            throw tooMany(limits.inAll()
                    + " streams, exports and live pages are open, the most there may be. Try again later.");
        }
        stay.account = account;
        byAccount.merge(account, 1, Integer::sum);
        taken++;
    }

    private void leave(Stay stay) {
        giveBack(stay);
        stay.end.tryEmitEmpty();
    }

    private synchronized void giveBack(Stay stay) {
        stay.over = true;
        AccountId account = stay.account;
        if (account != null) {
            byAccount.computeIfPresent(account, (ignored, open) -> open == 1 ? null : open - 1);
            taken--;
        }
    }

    /**
     * A request, for whose answer a place may be taken; what changes of it is guarded by the monitor of
     * {@link StreamPlaces}.
     */
    private static final class Stay {

        private final Sinks.Empty<Void> end = Sinks.empty();
        private @Nullable AccountId account;
        private boolean over;
    }

    private static TooManyRequestsException tooMany(String detail) {
        return new TooManyRequestsException(PlaceCode.STREAMS_EXHAUSTED, detail, AGAIN);
    }
}
