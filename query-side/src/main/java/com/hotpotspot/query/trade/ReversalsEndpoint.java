package com.hotpotspot.query.trade;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.sale.InPeriod;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
final class ReversalsEndpoint {

    private static final int PAGE = 500;

    private final ReversalQueries queries;
    private final NetworkQueries network;
    private final Writes writes;

    ReversalsEndpoint(ReversalQueries queries, NetworkQueries network, Writes writes) {
        this.queries = queries;
        this.network = network;
        this.writes = writes;
    }

    @GetMapping("/api/v1/network/reversals")
    @Operation(
            operationId = "networkReversals",
            summary = "Voids and refunds of the network with whose doing they were, 500 at a time")
    @InPeriod
    @OfReversals
    @AtLeast
    @OpenToOffice
    Answer<Reversals> ofNetwork(ServerWebExchange exchange) {
        return Answers.of(queries.list(AskedReversals.of(null, awaited(exchange)), PAGE));
    }

    @GetMapping("/api/v1/nodes/{nodeId}/reversals")
    @Operation(
            operationId = "nodeReversals",
            summary = "Voids and refunds of a node with whose doing they were, 500 at a time")
    @InPeriod
    @OfReversals
    @AtLeast
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    @OpenToFranchisees
    Answer<Reversals> ofNode(@PathVariable String nodeId, ServerWebExchange exchange) {
        Parameters parameters = awaited(exchange);
        NodeId node = network.known(nodeId).nodeId();
        return Answers.of(queries.list(AskedReversals.of(node, parameters), PAGE));
    }

    private Parameters awaited(ServerWebExchange exchange) {
        return writes.awaited(exchange, TradeProjection.NAME, AskedReversals.PARAMETERS);
    }
}
