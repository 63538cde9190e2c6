package com.hotpotspot.client;

/** The command side refused something without which there is no going on. The message is one line for the operator. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedException(String what, Outcome.Refused refused) {
        super("%s was refused: %s (%s)".formatted(what, refused.reason(), refused.code()));
        this.code = refused.code();
    }

    /** The command side's code, made for programs. */
    public String code() {
        return code;
    }
}
