package com.hotpotspot.eventlog;

/** Axon's event store in an Axon Server. */
class AxonServerEventStoreContractTest extends EventStoreContract {

    @Override
    LogUnderTest open() {
        return new AxonServerUnderTest();
    }
}
