package com.hotpotspot.query.projection;

/** A version cannot be filled, taken or dropped now. */
public final class RebuildRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RebuildRefusedException(Reason reason) {
        super("a rebuild is refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why it cannot. */
    public enum Reason {
        /** Somebody else makes tables, because this process may not. */
        MADE_ELSEWHERE,
        /** Another version is on its way. */
        UNDER_WAY,
        /** One that is there has to be dropped first. */
        TOO_MANY,
        /** There is no such version that differed. */
        NOT_DIFFERENT,
        /** There is no such version, or it answers. */
        NOT_DROPPABLE,
        /** Somebody reads it. */
        IN_USE
    }
}
