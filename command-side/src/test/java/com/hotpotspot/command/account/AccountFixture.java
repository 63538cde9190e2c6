package com.hotpotspot.command.account;

import com.hotpotspot.command.testing.Fixtures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** One account, as it decides at an instant, where all nodes that are named are there. */
final class AccountFixture {

    private AccountFixture() {}

    /** @param known what is known of all accounts */
    static AggregateTestFixture<Account> at(Instant now, AccountRegistry known) {
        AggregateTestFixture<Account> fixture = Fixtures.of(Account.class);
        fixture.registerInjectableResource(known);
        fixture.registerInjectableResource((KnownNodes) node -> true);
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        return fixture;
    }
}
