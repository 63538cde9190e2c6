package com.hotpotspot.command.wallet;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why a wallet cannot do what was asked for. */
public enum WalletCode implements PublicCode {
    WALLET_CANNOT_CLAIM(Status.FORBIDDEN, "The wallet is that of a check or the reserve, which claim nothing."),
    WALLET_CANNOT_BE_SUSPENDED(
            Status.FORBIDDEN, "The wallet is that of a check or the reserve, which are never suspended.");

    private final Status status;
    private final String meaning;

    WalletCode(Status status, String meaning) {
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
        WalletCode[] value();
    }
}
