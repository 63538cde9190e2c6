package com.hotpotspot.command.web;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.command.dispatch.Landed;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Makes the answers of all doors. They are JSON whatever is asked for: to find that somebody cannot read the answer
 * after the deed is done would lose what is told but once.
 */
@Component
public class Answers {

    /** Says that an answer was given before, to the same request. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    public <T> ResponseEntity<Answer<T>> ok(T data) {
        return ok(data, false);
    }

    /** 200 with {@code data}, marked where this is the answer to a repeated request. */
    public <T> ResponseEntity<Answer<T>> ok(T data, boolean replayed) {
        return answer(HttpStatus.OK, data, replayed);
    }

    /** 201 with {@code data}, marked where this is the answer to a repeated request. */
    public <T> ResponseEntity<Answer<T>> created(T data, boolean replayed) {
        return answer(HttpStatus.CREATED, data, replayed);
    }

    /** 200 with what a command came to, marked where it was carried out before. */
    public <R, T> ResponseEntity<Answer<T>> ok(Landed<R> landed, Function<Landed<R>, T> document) {
        return ok(document.apply(landed), landed.replayed());
    }

    /** 201 with what a command came to, marked where it was carried out before. */
    public <R, T> ResponseEntity<Answer<T>> created(Landed<R> landed, Function<Landed<R>, T> document) {
        return created(document.apply(landed), landed.replayed());
    }

    private <T> ResponseEntity<Answer<T>> answer(HttpStatus status, T data, boolean replayed) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (replayed) {
            response.header(REPLAYED, "true");
        }
        return response.body(Answer.of(data, clock.instant()));
    }
}
