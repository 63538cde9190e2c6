package com.hotpotspot.eventlog;

/** Looking something up in an Axon Server. */
class AxonServerLookingUpContractTest extends LookingUpContract {

    @Override
    LogUnderTest open() {
        return new AxonServerUnderTest();
    }
}
