package com.hotpotspot.query.sale;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why a file of sales cannot be made or vouched for. */
public enum ExportCode implements PublicCode {
    REGISTER_INCOMPLETE(
            Status.CONFLICT,
            "The register is without events that it could not take in, and the network does not vouch for that; see the projections."),
    EXPORT_DIFFERS(
            Status.CONFLICT, "Another file was recorded for this period and position; somebody must find out why.");

    private final Status status;
    private final String meaning;

    ExportCode(Status status, String meaning) {
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
        ExportCode[] value();
    }
}
