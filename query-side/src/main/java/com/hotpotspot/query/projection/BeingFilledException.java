package com.hotpotspot.query.projection;

/** Nothing can be answered from a projection yet: no version has the shape that this build reads and is complete. */
public final class BeingFilledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BeingFilledException(ProjectionName projection) {
        super("the projection " + projection + " is being filled from the log");
    }
}
