package com.hotpotspot.eventlog;

/**
 * The engines of the log, as the profiles by which both sides choose theirs. PostgreSQL is what runs unless another is
 * asked for.
 */
public final class Engine {

    public static final String AXON_SERVER = "axonserver";
    public static final String POSTGRES = "!" + AXON_SERVER;

    private Engine() {}
}
