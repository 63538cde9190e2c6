package com.hotpotspot.tlog.checkpoint;

import java.util.Objects;

/** A checkpoint that a policy does not find good enough. The message says why, in words. */
public final class UntrustedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why a checkpoint is not believed. */
    public enum Reason {
        /** The policy names no log of that origin. */
        UNKNOWN_LOG,
        /** The log of that origin did not sign. */
        NOT_SIGNED_BY_LOG,
        /** A signature in the name of a known log or witness is not theirs. */
        INVALID_SIGNATURE,
        /** Too few witnesses co-signed, or not those that the quorum asks for. */
        QUORUM_NOT_REACHED
    }

    private final Reason reason;

    UntrustedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    UntrustedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Never null, unlike that of exceptions in general. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
