package com.hotpotspot.query.sale;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
final class SalesEndpoint {

    private final SalesQueries queries;
    private final NetworkQueries network;
    private final Writes writes;

    SalesEndpoint(SalesQueries queries, NetworkQueries network, Writes writes) {
        this.writes = writes;
        this.queries = queries;
        this.network = network;
    }

    @GetMapping("/api/v1/network/sales")
    @Operation(operationId = "networkSales", summary = "What the network sold, by business day")
    @InPeriod
    @AtLeast
    @OpenToOffice
    Answer<PeriodSales> ofNetwork(ServerWebExchange exchange) {
        return Answers.of(queries.sales(null, period(exchange)));
    }

    @GetMapping("/api/v1/nodes/{nodeId}/sales")
    @Operation(operationId = "nodeSales", summary = "What a node sold, by business day")
    @InPeriod
    @AtLeast
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    @OpenToFranchisees
    Answer<PeriodSales> ofNode(@PathVariable String nodeId, ServerWebExchange exchange) {
        RequestedPeriod period = period(exchange);
        return Answers.of(queries.sales(network.known(nodeId).nodeId(), period));
    }

    private RequestedPeriod period(ServerWebExchange exchange) {
        return RequestedPeriod.of(writes.awaited(exchange, NodeSalesProjection.NAME, "from", "to"));
    }
}
