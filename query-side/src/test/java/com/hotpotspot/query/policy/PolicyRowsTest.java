package com.hotpotspot.query.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.OwnershipCaps;
import com.hotpotspot.events.policy.PercentSplit;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import com.hotpotspot.query.projection.ProjectedLog;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given events, then rows; in batches of one and of all. */
class PolicyRowsTest {

    private static final Instant FEBRUARY = Instant.parse("2026-01-31T20:00:00Z");

    private final ProjectedLog projected = new ProjectedLog(PoliciesProjection.NAME, PoliciesProjection::new);

    @AfterEach
    void close() {
        projected.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aPolicyHasAllThatWasAdoptedAndSaysSinceWhenItIsWithdrawn(int batchSize) {
        projected.log.append(policy(2), policy(3), new TokenPolicyWithdrawn(3));
        projected.project(batchSize);

        String terms = " " + FEBRUARY.toEpochMilli() + " FLAT 120 500 50 50 0 47 48 5 1440 525600 490 240 10 150 ";
        assertThat(projected.rows(
                        "version, effective_from, emission, emission_units, least_total, owner_owner, owner_buyer,"
                                + " owner_royalty, franchise_owner, franchise_buyer, franchise_royalty, void_minutes,"
                                + " claim_minutes, cap_founder, cap_franchisee, cap_customer, token_price, adopted,"
                                + " withdrawn",
                        "policy"))
                .containsExactly("2" + terms + "0 null", "3" + terms + "1 2");
    }

    private static TokenPolicyAdopted policy(int version) {
        return new TokenPolicyAdopted(
                version,
                FEBRUARY,
                EmissionKind.FLAT,
                Units.of(120),
                Tetri.of(500),
                new PercentSplit(50, 50, 0),
                new PercentSplit(47, 48, 5),
                1_440,
                525_600,
                new OwnershipCaps(490, 240, 10),
                Tetri.of(150));
    }
}
