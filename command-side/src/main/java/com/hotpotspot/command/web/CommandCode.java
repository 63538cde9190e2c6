package com.hotpotspot.command.web;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why a command is not carried out, whatever it is about. */
public enum CommandCode implements PublicCode {
    IDEMPOTENCY_KEY_MALFORMED(
            Status.BAD_REQUEST, "There is one `Idempotency-Key`, of 1 to 255 printable characters of ASCII."),
    IDEMPOTENCY_KEY_RUNNING(
            Status.CONFLICT,
            "A request with this `Idempotency-Key` is still being carried out; send it again for its answer."),
    IDEMPOTENCY_KEY_REUSED(
            Status.UNPROCESSABLE_CONTENT, "This `Idempotency-Key` was used for another request; take another."),
    LOG_BUSY(Status.SERVICE_UNAVAILABLE, "Too many commands wait for the log; try again."),
    LOG_CUT_SHORT(
            Status.SERVICE_UNAVAILABLE,
            "The end of the log is missing, and nothing is recorded until somebody has put it back."),
    LOG_UNAVAILABLE(Status.SERVICE_UNAVAILABLE, "The log cannot be reached; try again.");

    private final Status status;
    private final String meaning;

    CommandCode(Status status, String meaning) {
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
        CommandCode[] value();
    }
}
