package com.hotpotspot.query.access;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.Questions;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.query.web.BlockingWork;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * How many questions are being answered: of an account and in all. Whoever comes then waits for their turn, in the
 * order in which they came, but nobody for somebody else's account that has all it may have.
 *
 * <p>A question takes its place until the answer is known, not until it is taken. Who goes away meanwhile leaves the
 * place taken for as long as it is worked for: the database does not notice that nobody waits any more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class QuestionPlaces implements WebFilter {

    private static final String ATTRIBUTE = QuestionPlaces.class.getName();
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Questions limits;
    private final Scheduler threads;

    private final Map<AccountId, Integer> answeredOf = new HashMap<>();
    private final Map<AccountId, Integer> waitingOf = new HashMap<>();
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private int answered;

    QuestionPlaces(Limits limits, BlockingWork threads) {
        this.limits = limits.questions();
        this.threads = threads.scheduler();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Stay stay = new Stay();
        exchange.getAttributes().put(ATTRIBUTE, stay);
        return chain.filter(exchange).doFinally(end -> stay.end());
    }

    /**
     * Completes, on a thread of its own, when it is the request's turn to be answered.
     *
     * @return fails with a {@link TooManyRequestsException} if the account has too many questions, and with a
     *     {@link TooMuchUnderWayException} if all have
     */
    Mono<Void> enter(ServerWebExchange exchange, AccountId account) {
        Stay stay = exchange.getRequiredAttribute(ATTRIBUTE);
        return Mono.<Place>create(sink -> ask(new Waiting(account, sink)))
                .timeout(limits.patience(), Mono.error(() -> refusal(account)))
                .doOnNext(place -> {
                    stay.take(place);
                    exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(stay::end));
                })
                .then();
    }

    private void ask(Waiting asker) {
        asker.sink.onDispose(() -> giveUp(asker));
        if (!isTaken(asker)) {
            asker.sink.error(refusal(asker.account));
        }
    }

    private synchronized boolean isTaken(Waiting asker) {
        if (hasRoomFor(asker.account)) {
            letIn(asker);
            return true;
        }
        if (waiting.size() >= limits.waiting()
                || waitingOf.getOrDefault(asker.account, 0) >= limits.waitingPerAccount()) {
            return false;
        }
        waiting.add(asker);
        waitingOf.merge(asker.account, 1, Integer::sum);
        return true;
    }

    private boolean hasRoomFor(AccountId account) {
        return answered < limits.atOnce() && answeredOf.getOrDefault(account, 0) < limits.perAccount();
    }

    private void letIn(Waiting asker) {
        answered++;
        answeredOf.merge(asker.account, 1, Integer::sum);
        Place place = new Place(asker.account);
        threads.schedule(() -> {
            try {
                asker.sink.success(place);
            } finally {
                place.leave();
            }
        });
    }

    private synchronized void giveUp(Waiting asker) {
        if (waiting.remove(asker)) {
            waitsNoLonger(asker.account);
        }
    }

    private void waitsNoLonger(AccountId account) {
        waitingOf.computeIfPresent(account, (ignored, number) -> number == 1 ? null : number - 1);
    }

    private synchronized void free(AccountId account) {
        answered--;
        answeredOf.computeIfPresent(account, (ignored, number) -> number == 1 ? null : number - 1);
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext() && answered < limits.atOnce(); ) {
            Waiting next = each.next();
            if (hasRoomFor(next.account)) {
                each.remove();
                waitsNoLonger(next.account);
                letIn(next);
            }
        }
    }

    private synchronized RuntimeException refusal(AccountId account) {
        int own = answeredOf.getOrDefault(account, 0) + waitingOf.getOrDefault(account, 0);
        return own >= limits.perAccount()
                ? new TooManyRequestsException(
                        PlaceCode.QUESTIONS_EXHAUSTED,
                        "This account has " + own + " questions under way, of which " + limits.perAccount()
                                + " are answered at a time. Wait for the answers.",
                        AGAIN)
                : TooMuchUnderWayException.ofAll();
    }

    /** Somebody who waits for their turn. */
    private record Waiting(AccountId account, MonoSink<Place> sink) {}

    /** Taken by the thread that answers, and by the request that is answered; free when both have left. */
    private final class Place {

        private final AccountId account;
        private int takenBy = 1;

        private Place(AccountId account) {
            this.account = account;
        }

        private synchronized void take() {
            takenBy++;
        }

        private void leave() {
            if (isLeftByLast()) {
                free(account);
            }
        }

        private synchronized boolean isLeftByLast() {
            return --takenBy == 0;
        }
    }

    /** A request, which may have ended before its turn has come. */
    private static final class Stay {

        private @Nullable Place place;
        private boolean ended;

        private synchronized void take(Place given) {
            if (!ended) {
                given.take();
                place = given;
            }
        }

        private void end() {
            Place left = ended();
            if (left != null) {
                left.leave();
            }
        }

        private synchronized @Nullable Place ended() {
            ended = true;
            Place left = place;
            place = null;
            return left;
        }
    }
}
