package com.hotpotspot.eventlog;

/** Axon's event store on PostgreSQL. */
class PostgresEventStoreContractTest extends EventStoreContract {

    @Override
    LogUnderTest open() {
        return new PostgresUnderTest();
    }
}
