package com.hotpotspot.command.verdict;

/** A policy refused the command; nothing was recorded. */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    public CommandRefused(RefusalCode code, String reason) {
        super(reason);
        this.code = code;
    }

    public RefusalCode code() {
        return code;
    }

    /** The message, which says what the caller can act on. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
