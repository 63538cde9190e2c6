package com.hotpotspot.query.web;

import com.hotpotspot.answer.Answer;
import java.time.Instant;

/** Puts what this side answers into the envelope of all answers. */
public final class Answers {

    private Answers() {}

    public static <T> Answer<T> of(T data) {
        return Answer.of(data, Instant.now());
    }
}
