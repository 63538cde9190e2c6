package com.hotpotspot.eventlog;

/** Looking something up in PostgreSQL. */
class PostgresLookingUpContractTest extends LookingUpContract {

    @Override
    LogUnderTest open() {
        return new PostgresUnderTest();
    }
}
