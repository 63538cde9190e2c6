package com.hotpotspot.command.verdict;

import com.hotpotspot.answer.PublicCode;

/** A policy refused the command; nothing was recorded. */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PublicCode code;

    public CommandRefused(PublicCode code, String reason) {
        super(reason);
        this.code = code;
    }

    public PublicCode code() {
        return code;
    }

    /** Whether it was refused for this reason, here or in another process. */
    public boolean isFor(PublicCode reason) {
        return code.code().equals(reason.code());
    }

    /** The message, which says what the caller can act on. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
