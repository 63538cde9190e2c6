package com.hotpotspot.query.policy;

import com.hotpotspot.events.Era;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.OwnershipCaps;
import com.hotpotspot.events.policy.PercentSplit;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.query.projection.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the token policy as it was adopted.
 *
 * @param adopted the position of the event; null for the first version, which no event tells of
 * @param withdrawn the position of the event; null while it stands
 */
record Adoption(
        TokenPolicyAdopted policy,
        @Nullable Long adopted,
        @Nullable Instant adoptedAt,
        @Nullable Long withdrawn,
        @Nullable Instant withdrawnAt) {

    /** In force since always. */
    static final Adoption FIRST = new Adoption(TokenPolicy.FIRST.adoptedFrom(Era.BEGIN), null, null, null, null);

    static Adoption of(ResultSet row) throws SQLException {
        return new Adoption(
                event(row),
                row.getLong("adopted"),
                Columns.time(row, "adopted_at"),
                row.getObject("withdrawn", Long.class),
                Columns.time(row, "withdrawn_at"));
    }

    private static TokenPolicyAdopted event(ResultSet row) throws SQLException {
        return new TokenPolicyAdopted(
                row.getInt("version"),
                Instant.ofEpochMilli(row.getLong("effective_from")),
                EmissionKind.valueOf(row.getString("emission")),
                Units.of(row.getLong("emission_units")),
                Tetri.of(row.getLong("least_total")),
                new PercentSplit(row.getInt("owner_owner"), row.getInt("owner_buyer"), row.getInt("owner_royalty")),
                new PercentSplit(
                        row.getInt("franchise_owner"), row.getInt("franchise_buyer"), row.getInt("franchise_royalty")),
                row.getInt("void_minutes"),
                row.getInt("claim_minutes"),
                new OwnershipCaps(row.getInt("cap_founder"), row.getInt("cap_franchisee"), row.getInt("cap_customer")),
                Tetri.of(row.getLong("token_price")));
    }

    /** When it takes effect; null for the first version, which was always there. */
    @Nullable
    Instant effectiveFrom() {
        return adopted == null ? null : policy.effectiveFrom();
    }

    /** How it stands at an instant, given the version that is in force then. */
    PolicyState stateAt(Instant now, int inForce) {
        if (withdrawn != null) {
            return PolicyState.WITHDRAWN;
        }
        if (policy.effectiveFrom().isAfter(now)) {
            return PolicyState.COMING;
        }
        return policy.version() == inForce ? PolicyState.IN_FORCE : PolicyState.PAST;
    }
}
