package com.hotpotspot.query.policy;

import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import com.hotpotspot.query.projection.Projection;
import com.hotpotspot.query.projection.ProjectionName;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps which versions of the token policy were adopted, and which of them were withdrawn again. */
@Component
final class PoliciesProjection extends Projection<PolicyChanges> {

    static final ProjectionName NAME = new ProjectionName("policies", 1);

    private final JdbcOperations jdbc;

    PoliciesProjection(JdbcOperations jdbc) {
        super(NAME);
        this.jdbc = jdbc;
        onRecorded(TokenPolicyAdopted.class, PolicyChanges::adopted);
        onRecorded(TokenPolicyWithdrawn.class, PolicyChanges::withdrawn);
    }

    @Override
    protected PolicyChanges begin() {
        return new PolicyChanges();
    }

    @Override
    protected void write(PolicyChanges changes) {
        changes.writeTo(jdbc);
    }
}
