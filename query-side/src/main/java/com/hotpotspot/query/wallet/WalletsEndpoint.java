package com.hotpotspot.query.wallet;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.query.access.OpenToOfficeAndAnalysts;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
final class WalletsEndpoint {

    private final WalletQueries queries;
    private final Writes writes;

    WalletsEndpoint(WalletQueries queries, Writes writes) {
        this.writes = writes;
        this.queries = queries;
    }

    @GetMapping("/api/v1/wallets/by-kind")
    @Operation(operationId = "walletsByKind", summary = "How many wallets there are of each kind, and what they hold")
    @AtLeast
    @OpenToOfficeAndAnalysts
    Answer<WalletsByKind> byKind(ServerWebExchange exchange) {
        writes.awaited(exchange, WalletsProjection.NAME);
        return Answers.of(queries.byKind());
    }
}
