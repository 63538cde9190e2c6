package com.hotpotspot.command.axon;

/** The engines of the log, as profiles of Spring. PostgreSQL is what runs unless another is asked for. */
public final class Engine {

    public static final String AXON_SERVER = "axonserver";
    public static final String POSTGRES = "!" + AXON_SERVER;

    private Engine() {}
}
