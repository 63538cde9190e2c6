package com.hotpotspot.query.policy;

import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the versions of the token policy, as of a position of the log. */
public record Policies(
        @Schema(description = "The versions, the last first.")
        List<KnownPolicy> policies,

        @Schema(
                description =
                        "The number to name in `below` to get the next ones, counted from 1; null after the last.",
                example = "4")
        @Nullable
        Integer below,

        @AsOf long position) {

    public Policies {
        policies = List.copyOf(policies);
    }

    /** @param limit how many were asked for: fewer are the last, as is the first version */
    static Policies of(List<KnownPolicy> policies, int limit, long position) {
        boolean last = policies.size() < limit || policies.getLast().version() == 1;
        return new Policies(policies, last ? null : policies.getLast().version(), position);
    }
}
