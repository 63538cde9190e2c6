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
import reactor.core.publisher.Mono;

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
            if (exchange.getAttributes().remove(ATTRIBUTE) instanceof AccountId account) {
                leave(account);
            }
        });
    }

    /**
     * Takes a place for what the request is about to be answered with, until that has ended, however it does. To be
     * called once, before anything is sent.
     *
     * @throws TooManyRequestsException if all places are taken, or all of the caller's account
     */
    public void enter(ServerWebExchange exchange) {
        AccountId account = Caller.of(exchange).identity().account();
        take(account);
        exchange.getAttributes().put(ATTRIBUTE, account);
    }

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
