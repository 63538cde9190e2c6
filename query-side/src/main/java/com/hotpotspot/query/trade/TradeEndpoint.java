package com.hotpotspot.query.trade;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.sale.InPeriod;
import com.hotpotspot.query.sale.RequestedPeriod;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
final class TradeEndpoint {

    private final TradeQueries queries;
    private final NetworkQueries network;
    private final Writes writes;

    TradeEndpoint(TradeQueries queries, NetworkQueries network, Writes writes) {
        this.queries = queries;
        this.network = network;
        this.writes = writes;
    }

    @GetMapping("/api/v1/network/trade")
    @Operation(
            operationId = "networkTrade",
            summary = "How trade went in the network: by hour of the week, node, city and category")
    @InPeriod
    @AtLeast
    @OpenToOffice
    Answer<TradeReport> ofNetwork(ServerWebExchange exchange) {
        return Answers.of(queries.report(null, period(exchange)));
    }

    @GetMapping("/api/v1/nodes/{nodeId}/trade")
    @Operation(operationId = "nodeTrade", summary = "How trade went at a node: by hour of the week and category")
    @InPeriod
    @AtLeast
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    @OpenToFranchisees
    Answer<TradeReport> ofNode(@PathVariable String nodeId, ServerWebExchange exchange) {
        RequestedPeriod period = period(exchange);
        return Answers.of(queries.report(network.known(nodeId).nodeId(), period));
    }

    private RequestedPeriod period(ServerWebExchange exchange) {
        return RequestedPeriod.of(writes.awaited(exchange, TradeProjection.NAME, "from", "to"));
    }
}
