package com.hotpotspot.query.witness;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
final class WitnessesEndpoint {

    private final WitnessQueries queries;

    WitnessesEndpoint(WitnessQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/v1/audit/witnesses")
    @Operation(operationId = "witnesses", summary = "Which nodes witness the log, and why")
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
    Answer<WitnessReport> witnesses(ServerWebExchange exchange) {
        Parameters.none(exchange);
        return Answers.of(queries.report());
    }
}
