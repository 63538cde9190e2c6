package com.hotpotspot.answer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What both sides can be asked about, and does not exist. */
public enum UnknownCode implements PublicCode {
    NODE_UNKNOWN("The network has no such node."),
    SALE_UNKNOWN("The node has no such sale."),
    ACCOUNT_UNKNOWN("There is no such account."),
    POLICY_UNKNOWN("No such version was adopted."),
    WALLET_UNKNOWN("There is no such wallet.");

    private final String meaning;

    UnknownCode(String meaning) {
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
        UnknownCode[] value();
    }
}
