package com.hotpotspot.command.sale;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why a check cannot be claimed, or its sale not voided any more. */
public enum CheckCode implements PublicCode {
    CHECK_UNKNOWN(Status.NOT_FOUND, "There is no such check, or the sale left none."),
    CHECK_CLAIMED(Status.CONFLICT, "The check was claimed before; such a sale cannot be voided either."),
    CHECK_VOIDED(Status.CONFLICT, "The sale of the check was taken back."),
    CHECK_EXPIRED(Status.CONFLICT, "The claim window is over."),
    CHECK_LOCKED(Status.FORBIDDEN, "Five wrong codes were typed in a row; scan the QR code, or wait 30 minutes."),
    CLAIM_CODE_WRONG(
            Status.FORBIDDEN, "The code is not that of the check; the detail says how many attempts are left."),
    CLAIM_CODES_EXHAUSTED(
            Status.TOO_MANY_REQUESTS,
            "The account typed twenty wrong codes within an hour; scan the QR code, or wait as `Retry-After` says.");

    private final Status status;
    private final String meaning;

    CheckCode(Status status, String meaning) {
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
        CheckCode[] value();
    }
}
