package com.hotpotspot.query.witness;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
final class WitnessesEndpoint {

    private final WitnessQueries queries;
    private final Writes writes;

    WitnessesEndpoint(WitnessQueries queries, Writes writes) {
        this.writes = writes;
        this.queries = queries;
    }

    @GetMapping("/api/v1/audit/witnesses")
    @Operation(operationId = "witnesses", summary = "Which nodes witness the log, and why")
    @AtLeast
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
    Answer<WitnessReport> witnesses(ServerWebExchange exchange) {
        writes.awaited(exchange, WitnessProjection.NAME);
        return Answers.of(queries.report());
    }
}
