package com.hotpotspot.query.policy;

import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import com.hotpotspot.query.projection.Fact;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.util.ArrayList;
import java.util.List;

/** What one batch of events changes. There is an event a policy, so that nothing can be summed up. */
final class PolicyChanges {

    private final List<Fact<TokenPolicyAdopted>> adopted = new ArrayList<>();
    private final List<Fact<TokenPolicyWithdrawn>> withdrawn = new ArrayList<>();

    void adopted(TokenPolicyAdopted event, Recorded recorded) {
        adopted.add(new Fact<>(event, recorded));
    }

    void withdrawn(TokenPolicyWithdrawn event, Recorded recorded) {
        withdrawn.add(new Fact<>(event, recorded));
    }

    void writeTo(Writes writes) {
        Rows.of(adopted)
                .bigint(fact -> (long) fact.event().version())
                .bigint(fact -> fact.event().effectiveFrom().toEpochMilli())
                .text(fact -> fact.event().emission())
                .bigint(fact -> fact.event().emissionUnits().value())
                .bigint(fact -> fact.event().leastTotalTetri().value())
                .bigint(fact -> (long) fact.event().ownerSplit().owner())
                .bigint(fact -> (long) fact.event().ownerSplit().buyer())
                .bigint(fact -> (long) fact.event().ownerSplit().royalty())
                .bigint(fact -> (long) fact.event().franchiseSplit().owner())
                .bigint(fact -> (long) fact.event().franchiseSplit().buyer())
                .bigint(fact -> (long) fact.event().franchiseSplit().royalty())
                .bigint(fact -> (long) fact.event().voidWindowMinutes())
                .bigint(fact -> (long) fact.event().claimWindowMinutes())
                .bigint(fact -> (long) fact.event().caps().founder())
                .bigint(fact -> (long) fact.event().caps().franchisee())
                .bigint(fact -> (long) fact.event().caps().customer())
                .bigint(fact -> fact.event().tokenPriceTetri().value())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .write(writes, """
                        insert into policy
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (version) do nothing
                        """);
        Rows.of(withdrawn)
                .bigint(fact -> (long) fact.event().version())
                .bigint(Fact::position)
                .bigint(Fact::at)
                .write(writes, """
                        update policy p set withdrawn = c.position, withdrawn_at = c.at
                        from unnest(?, ?, ?) as c (version, position, at)
                        where p.version = c.version
                        """);
    }
}
