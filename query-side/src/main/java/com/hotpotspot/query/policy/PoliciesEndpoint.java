package com.hotpotspot.query.policy;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.query.access.OpenToOversight;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.InParts;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
final class PoliciesEndpoint {

    private final PolicyQueries queries;
    private final Writes writes;

    PoliciesEndpoint(PolicyQueries queries, Writes writes) {
        this.queries = queries;
        this.writes = writes;
    }

    @GetMapping("/api/v1/policies")
    @Operation(
            operationId = "policies",
            summary = "The versions of the token policy",
            description = "The last first. The next ones come with `below` as the answer has it.")
    @LatestFirst
    @AtLeast
    @OpenToOversight
    Answer<Policies> policies(ServerWebExchange exchange) {
        Parameters parameters = writes.awaited(exchange, PoliciesProjection.NAME, LatestFirst.BELOW, InParts.LIMIT);
        Long below = parameters.position(LatestFirst.BELOW);
        return Answers.of(queries.policies(
                below == null ? Long.MAX_VALUE : below, parameters.limit(InParts.USUAL, InParts.MOST)));
    }

    @GetMapping("/api/v1/policies/{version}")
    @Operation(operationId = "policy", summary = "A version of the token policy")
    @AtLeast
    @UnknownCode.Refused(UnknownCode.POLICY_UNKNOWN)
    @OpenToOversight
    Answer<KnownPolicy> policy(@PathVariable String version, ServerWebExchange exchange) {
        writes.awaited(exchange, PoliciesProjection.NAME);
        return Answers.of(queries.known(version));
    }
}
