package com.hotpotspot.query.policy;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers about token policies. Which of them is in force, it says by the clock. */
@Component
final class PolicyQueries {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final Clock clock;

    PolicyQueries(JdbcClient jdbc, Snapshots snapshots, Clock clock) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * Some of them, the last first.
     *
     * @param below only versions below this
     * @param limit how many at most
     */
    Policies policies(long below, int limit) {
        return snapshots.read(PoliciesProjection.NAME, position -> {
            Instant now = clock.instant();
            int inForce = inForce(now).policy().version();
            List<Adoption> found =
                    new ArrayList<>(jdbc.sql("select * from policy where version < ? order by version desc limit ?")
                            .param(below)
                            .param(limit)
                            .query((row, number) -> Adoption.of(row))
                            .list());
            if (found.size() < limit && below > TokenPolicy.FIRST.version()) {
                found.add(Adoption.FIRST);
            }
            return Policies.of(
                    found.stream()
                            .map(adoption -> KnownPolicy.of(adoption, adoption.stateAt(now, inForce), position))
                            .toList(),
                    limit,
                    position);
        });
    }

    /** @throws Problem if no such version was adopted, or if no version could have such a number */
    KnownPolicy known(String version) {
        return snapshots.read(PoliciesProjection.NAME, position -> {
            Instant now = clock.instant();
            Adoption adoption = Optional.of(version)
                    .filter(text -> VERSION.matcher(text).matches())
                    .flatMap(text -> version(Integer.parseInt(text)))
                    .orElseThrow(() -> Problem.of(UnknownCode.POLICY_UNKNOWN, UnknownCode.POLICY_UNKNOWN.meaning()));
            return KnownPolicy.of(
                    adoption, adoption.stateAt(now, inForce(now).policy().version()), position);
        });
    }

    private Optional<Adoption> version(int version) {
        return version == TokenPolicy.FIRST.version()
                ? Optional.of(Adoption.FIRST)
                : jdbc.sql("select * from policy where version = ?")
                        .param(version)
                        .query((row, number) -> Adoption.of(row))
                        .optional();
    }

    /** The one that sales made now are minted under. */
    TokenPolicyAdopted inForce() {
        return snapshots.read(
                PoliciesProjection.NAME, position -> inForce(clock.instant()).policy());
    }

    /** Policies take effect in the order of their versions. */
    private Adoption inForce(Instant now) {
        return jdbc.sql("select * from policy where withdrawn is null and effective_from <= ?"
                        + " order by version desc limit 1")
                .param(now.toEpochMilli())
                .query((row, number) -> Adoption.of(row))
                .optional()
                .orElse(Adoption.FIRST);
    }
}
