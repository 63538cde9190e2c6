package com.hotpotspot.eventlog;

import org.axonframework.eventsourcing.eventstore.EventStore;

/** One engine, as two processes see it: everything here belongs to one of them, but for one log of the other. */
interface LogUnderTest extends AutoCloseable {

    EventLog log();

    /** The same log from another process. */
    EventLog logOfAnotherProcess();

    /** The same log as Axon sees it. */
    EventStore store();

    LogSignals signals();

    @Override
    void close();
}
