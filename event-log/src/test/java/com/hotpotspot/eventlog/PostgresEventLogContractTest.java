package com.hotpotspot.eventlog;

/** The log on PostgreSQL. */
class PostgresEventLogContractTest extends EventLogContract {

    @Override
    LogUnderTest open() {
        return new PostgresUnderTest();
    }
}
