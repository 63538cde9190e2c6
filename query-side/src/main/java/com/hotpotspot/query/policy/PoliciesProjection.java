package com.hotpotspot.query.policy;

import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Writes;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps which versions of the token policy were adopted, and which of them were withdrawn again. */
@Component
final class PoliciesProjection extends Projection<PolicyChanges> {

    static final ProjectionName NAME = new ProjectionName("policies", 1);

    PoliciesProjection(JdbcOperations jdbc) {
        super(NAME, jdbc);
        onRecorded(TokenPolicyAdopted.class, PolicyChanges::adopted);
        onRecorded(TokenPolicyWithdrawn.class, PolicyChanges::withdrawn);
    }

    @Override
    protected PolicyChanges begin() {
        return new PolicyChanges();
    }

    @Override
    protected void write(PolicyChanges changes, Writes writes) {
        changes.writeTo(writes);
    }
}
