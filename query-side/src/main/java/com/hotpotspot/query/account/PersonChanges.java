package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.events.account.SecondFactorRemoved;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one batch of events changes about the names and the second factors that people sign in with. */
final class PersonChanges {

    private final Map<AccountId, SignInName> names = new LinkedHashMap<>();

    /** What the second factor of an account came to; empty for one that is gone. */
    private final Map<AccountId, Optional<Recorded>> factors = new LinkedHashMap<>();

    /** What came to be asked about a second factor since; empty where that is settled. */
    private final Map<AccountId, Optional<SecondFactorRemovalProposed>> removals = new LinkedHashMap<>();

    void named(SignInNameGiven event) {
        names.put(event.account(), event.name());
    }

    void enrolled(SecondFactorEnrolled event, Recorded recorded) {
        factors.put(event.account(), Optional.of(recorded));
        removals.put(event.account(), Optional.empty());
    }

    void proposed(SecondFactorRemovalProposed event) {
        removals.put(event.account(), Optional.of(event));
    }

    void removed(SecondFactorRemoved event) {
        factors.put(event.account(), Optional.empty());
        removals.put(event.account(), Optional.empty());
    }

    void writeTo(Writes writes) {
        Rows.of(names.entrySet())
                .text(Map.Entry::getKey)
                .text(Map.Entry::getValue)
                .write(writes, """
                        update account a set name = c.name
                        from unnest(?, ?) as c (account, name)
                        where a.account = c.account
                        """);
        Rows.of(factors.entrySet())
                .text(Map.Entry::getKey)
                .bigint(factor -> factor.getValue().map(Recorded::position).orElse(null))
                .bigint(factor -> factor.getValue().map(Recorded::millis).orElse(null))
                .write(writes, """
                        update account a set second_factor = c.since, second_factor_at = c.since_at
                        from unnest(?, ?, ?) as c (account, since, since_at)
                        where a.account = c.account
                        """);
        Rows.of(removals.entrySet())
                .text(Map.Entry::getKey)
                .text(removal ->
                        of(removal).map(SecondFactorRemovalProposed::proposedBy).orElse(null))
                .text(removal ->
                        of(removal).map(SecondFactorRemovalProposed::reason).orElse(null))
                .bigint(PersonChanges::lapsesAt)
                .write(writes, """
                        update account a
                        set removal_proposed_by = c.proposed_by, removal_reason = c.reason,
                            removal_lapses_at = c.lapses_at
                        from unnest(?, ?, ?, ?) as c (account, proposed_by, reason, lapses_at)
                        where a.account = c.account
                        """);
    }

    private static Optional<SecondFactorRemovalProposed> of(
            Map.Entry<AccountId, Optional<SecondFactorRemovalProposed>> removal) {
        return removal.getValue();
    }

    private static @Nullable Long lapsesAt(Map.Entry<AccountId, Optional<SecondFactorRemovalProposed>> removal) {
        return of(removal).map(proposed -> proposed.lapsesAt().toEpochMilli()).orElse(null);
    }
}
