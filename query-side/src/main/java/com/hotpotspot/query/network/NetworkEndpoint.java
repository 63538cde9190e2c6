package com.hotpotspot.query.network;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToOfficeAndAnalysts;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
final class NetworkEndpoint {

    private final NetworkQueries queries;
    private final Writes writes;

    NetworkEndpoint(NetworkQueries queries, Writes writes) {
        this.writes = writes;
        this.queries = queries;
    }

    @GetMapping("/api/v1/network/stats")
    @Operation(operationId = "networkStatistics", summary = "The network in figures")
    @AtLeast
    @OpenToOfficeAndAnalysts
    Answer<NetworkStatistics> statistics(ServerWebExchange exchange) {
        writes.awaited(exchange, NetworkProjection.NAME);
        return Answers.of(queries.statistics());
    }

    @GetMapping("/api/v1/nodes")
    @Operation(operationId = "nodes", summary = "The nodes with their totals")
    @AtLeast
    @Roles({
        Role.ADMIN,
        Role.NETWORK_OWNER,
        Role.REGULATOR,
        Role.AUDITOR,
        Role.COMPLIANCE_OFFICER,
        Role.COMPLIANCE_HEAD,
        Role.FRANCHISEE,
        Role.POS_TERMINAL
    })
    Answer<Nodes> nodes(ServerWebExchange exchange) {
        writes.awaited(exchange, NetworkProjection.NAME);
        return Answers.of(queries.nodes().within(Caller.of(exchange)));
    }
}
