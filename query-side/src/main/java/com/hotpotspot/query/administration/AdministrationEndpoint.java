package com.hotpotspot.query.administration;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.TerminalId;
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
final class AdministrationEndpoint {

    private final AdministrationQueries queries;
    private final Writes writes;

    AdministrationEndpoint(AdministrationQueries queries, Writes writes) {
        this.queries = queries;
        this.writes = writes;
    }

    @GetMapping("/api/v1/network/settings")
    @Operation(operationId = "networkSettings", summary = "What was decided about the network as a whole")
    @AtLeast
    @OpenToOversight
    Answer<NetworkSettings> settings(ServerWebExchange exchange) {
        writes.awaited(exchange, AdministrationProjection.NAME);
        return Answers.of(queries.settings());
    }

    @GetMapping("/api/v1/nodes/{nodeId}/terminals")
    @Operation(
            operationId = "terminals",
            summary = "The terminals of a node",
            description =
                    "By id, also those that were revoked. The next ones come with `after` as the answer's `next` has it.")
    @InParts
    @AtLeast
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR, Role.FRANCHISEE})
    Answer<Terminals> terminals(@PathVariable String nodeId, ServerWebExchange exchange) {
        Parameters parameters = writes.awaited(exchange, AdministrationProjection.NAME, InParts.AFTER, InParts.LIMIT);
        String after = parameters.id(InParts.AFTER, TerminalId.FORM);
        int limit = parameters.limit(InParts.USUAL, InParts.MOST);
        return Answers.of(queries.terminals(queries.known(nodeId).nodeId(), after, limit));
    }
}
