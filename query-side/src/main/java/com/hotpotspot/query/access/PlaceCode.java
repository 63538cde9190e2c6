package com.hotpotspot.query.access;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why there is no place for a question or a stream. */
public enum PlaceCode implements PublicCode {
    QUESTIONS_EXHAUSTED(
            Status.TOO_MANY_REQUESTS,
            "The account has as many questions under way as are answered at a time; wait for the answers."),
    STREAMS_EXHAUSTED(
            Status.TOO_MANY_REQUESTS,
            "The account, or everybody together, has as many streams and files open as there may be; end one, or try again.");

    private final Status status;
    private final String meaning;

    PlaceCode(Status status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Which of these a door refuses with. */
    @Documented
    @Refuses
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Refused {
        PlaceCode[] value();
    }
}
