package com.hotpotspot.command.network;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why what holds for the network as a whole cannot be so. */
public enum NetworkCode implements PublicCode {
    NETWORK_NOT_FOUNDED(Status.CONFLICT, "There is no network yet; found it first."),
    NETWORK_ALREADY_FOUNDED(Status.CONFLICT, "The network was founded before, with other content."),
    BUSINESS_DAY_HAS_BEGUN(
            Status.UNPROCESSABLE_CONTENT, "The business day has begun, or does within 10 minutes; name a later one."),
    BUSINESS_DAY_TOO_FAR_AHEAD(Status.UNPROCESSABLE_CONTENT, "The beginning of days is set at most 366 days ahead.");

    private final Status status;
    private final String meaning;

    NetworkCode(Status status, String meaning) {
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
        NetworkCode[] value();
    }
}
