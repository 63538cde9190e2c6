package com.hotpotspot.command.policy;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why a token policy cannot be adopted or withdrawn. */
public enum PolicyCode implements PublicCode {
    POLICY_REACHES_BACK(Status.UNPROCESSABLE_CONTENT, "A policy takes effect in the future."),
    POLICY_TOO_FAR_AHEAD(Status.UNPROCESSABLE_CONTENT, "A policy takes effect at most 366 days from now."),
    POLICY_OUT_OF_ORDER(
            Status.CONFLICT,
            "The last version adopted takes effect later than that; withdraw it first, or name a later time."),
    POLICY_IN_FORCE(Status.CONFLICT, "The version has taken effect, or will within a second, and cannot be withdrawn.");

    private final Status status;
    private final String meaning;

    PolicyCode(Status status, String meaning) {
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
        PolicyCode[] value();
    }
}
