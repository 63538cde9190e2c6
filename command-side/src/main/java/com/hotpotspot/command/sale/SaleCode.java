package com.hotpotspot.command.sale;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why a sale is not recorded, voided or refunded. */
public enum SaleCode implements PublicCode {
    SALE_TOO_OLD(Status.UNPROCESSABLE_CONTENT, "The sale is more than 7 days old; history goes through the import."),
    SALE_IN_THE_FUTURE(Status.UNPROCESSABLE_CONTENT, "The sale is more than 5 minutes ahead; set the till's clock."),
    SALE_NUMBER_TAKEN(Status.CONFLICT, "The node has another sale with this number; the first stays as it is."),
    SALE_VOIDED(Status.CONFLICT, "The sale was taken back as a whole, or is to be once more for another reason."),
    VOID_WINDOW_OVER(Status.CONFLICT, "It is too late to void; money can still be refunded."),
    VOID_WINDOW_OPEN(Status.CONFLICT, "It is too early to refund; the sale can still be voided."),
    VOID_NEEDS_APPROVAL(
            Status.FORBIDDEN,
            "The sale comes to more than may be voided without the approval of somebody else, given within the last ten minutes."),
    REFUND_NUMBER_TAKEN(Status.CONFLICT, "The sale has another refund with this number."),
    REFUND_TOO_LARGE(Status.UNPROCESSABLE_CONTENT, "All refunds together would exceed the total.");

    private final Status status;
    private final String meaning;

    SaleCode(Status status, String meaning) {
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
        SaleCode[] value();
    }
}
