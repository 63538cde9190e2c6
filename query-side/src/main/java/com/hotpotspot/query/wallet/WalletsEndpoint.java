package com.hotpotspot.query.wallet;

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
final class WalletsEndpoint {

    private final WalletQueries queries;

    WalletsEndpoint(WalletQueries queries) {
        this.queries = queries;
    }

    /** For those who see the network's totals. */
    @GetMapping("/api/v1/wallets/by-kind")
    @Operation(operationId = "walletsByKind", summary = "How many wallets there are of each kind, and what they hold")
    @Roles({
        Role.ADMIN,
        Role.NETWORK_OWNER,
        Role.REGULATOR,
        Role.AUDITOR,
        Role.COMPLIANCE_OFFICER,
        Role.COMPLIANCE_HEAD,
        Role.ANALYST
    })
    Answer<WalletsByKind> byKind(ServerWebExchange exchange) {
        Parameters.none(exchange);
        return Answers.of(queries.byKind());
    }
}
