package com.hotpotspot.query.access;

import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.web.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** What becomes of an answer under way when its reader loses what let them in. */
class CallerTest {

    private static final Grant AUDITOR = Grant.unbounded(Role.AUDITOR);

    private final Sinks.Empty<Void> lost = Sinks.empty();
    private final TestPublisher<String> answer = TestPublisher.create();

    @Test
    void anAnswerWithoutAnEndEnds() {
        StepVerifier.create(caller(lost.asMono()).whileSignedIn(answer.flux()))
                .then(() -> answer.next("first"))
                .expectNext("first")
                .then(lost::tryEmitEmpty)
                .verifyComplete();
    }

    /** Its reader must not take it for the whole. */
    @Test
    void anAnswerThatHasAnEndBreaksOff() {
        StepVerifier.create(caller(lost.asMono()).unlessLost(answer.flux()))
                .then(() -> answer.next("first"))
                .expectNext("first")
                .then(lost::tryEmitEmpty)
                .verifyError(Problem.class);
    }

    @Test
    void whoeverLosesNothingReadsToTheEnd() {
        StepVerifier.create(caller(Mono.never()).unlessLost(Flux.just("first", "last")))
                .expectNext("first", "last")
                .verifyComplete();
    }

    private static Caller caller(Mono<Void> lost) {
        return new Caller(
                Identity.of(new AccountId("somebody"), List.of(AUDITOR)),
                AUDITOR,
                Instant.now().plusSeconds(600),
                lost);
    }
}
