package com.hotpotspot.eventlog;

/** The log in an Axon Server. */
class AxonServerEventLogContractTest extends EventLogContract {

    @Override
    LogUnderTest open() {
        return new AxonServerUnderTest();
    }
}
