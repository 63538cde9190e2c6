package com.hotpotspot.house;

/** What is not for every package; {@link DeclaredUse} says by which packages it is told. */
public enum Technique {

    /** HTTP of either end, and the servers and frameworks that speak it. */
    WEB,

    /** The database. */
    JDBC,

    /** Axon Framework and Axon Server. */
    AXON
}
