package com.hotpotspot.query.audit;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the audit log does not have, or not yet. */
public enum AuditCode implements PublicCode {
    LOG_NOT_SEALED(Status.NOT_FOUND, "Nothing of the log was sealed yet; try again."),
    POSITION_NOT_SEALED(
            Status.NOT_FOUND,
            "No checkpoint covers this position yet; an event is sealed about a second after it was recorded."),
    TILE_UNKNOWN(Status.NOT_FOUND, "The log has not grown to all of this tile, or there can be no such tile."),
    CHECKPOINT_UNKNOWN(
            Status.NOT_FOUND, "No checkpoint of just this size was published; the list of checkpoints has the sizes."),
    KEY_NEVER_ROTATED(Status.NOT_FOUND, "The log has signed with one key only so far."),
    SIZE_NOT_REACHED(Status.CONFLICT, "The log has not so many sealed events yet.");

    private final Status status;
    private final String meaning;

    AuditCode(Status status, String meaning) {
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
        AuditCode[] value();
    }
}
