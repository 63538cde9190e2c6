package com.hotpotspot.query.network;

import com.hotpotspot.query.web.Answer;
import com.hotpotspot.query.web.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
final class NetworkEndpoint {

    private final NetworkQueries queries;

    NetworkEndpoint(NetworkQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/v1/network/stats")
    Answer<NetworkStatistics> statistics(ServerWebExchange exchange) {
        Parameters.none(exchange);
        return Answer.of(queries.statistics());
    }

    @GetMapping("/api/v1/nodes")
    Answer<Nodes> nodes(ServerWebExchange exchange) {
        Parameters.none(exchange);
        return Answer.of(queries.nodes());
    }
}
