package com.hotpotspot.query.explorer;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the log does not have. */
public enum ExplorerCode implements PublicCode {
    EVENT_UNKNOWN("The log has no event at this position yet."),
    STREAM_UNKNOWN("The log has no such stream.");

    private final String meaning;

    ExplorerCode(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public Status status() {
        return Status.NOT_FOUND;
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
        ExplorerCode[] value();
    }
}
