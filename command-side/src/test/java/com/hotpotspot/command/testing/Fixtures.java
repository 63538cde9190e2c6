package com.hotpotspot.command.testing;

import com.hotpotspot.command.dispatch.CommandStreams;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** Axon's fixtures, set up as the system is. */
public final class Fixtures {

    private Fixtures() {}

    public static <T> AggregateTestFixture<T> of(Class<T> aggregate) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandTargetResolver(new CommandStreams());
        return fixture;
    }
}
