package com.hotpotspot.query.wallet;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.access.OpenToOfficeAndAnalysts;
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
final class WalletsEndpoint {

    private final WalletQueries queries;
    private final Writes writes;

    WalletsEndpoint(WalletQueries queries, Writes writes) {
        this.writes = writes;
        this.queries = queries;
    }

    @GetMapping("/api/v1/wallets")
    @Operation(
            operationId = "wallets",
            summary = "The wallets and what they hold",
            description =
                    "By id, without those of checks. The next ones come with `after` as the answer's `next` has it.")
    @OfWalletKind
    @InParts
    @AtLeast
    @OpenToOffice
    Answer<Wallets> wallets(ServerWebExchange exchange) {
        Parameters parameters =
                writes.awaited(exchange, WalletsProjection.NAME, OfWalletKind.KIND, InParts.AFTER, InParts.LIMIT);
        return Answers.of(queries.wallets(AskedWallets.of(parameters), parameters.limit(InParts.USUAL, InParts.MOST)));
    }

    @GetMapping("/api/v1/wallets/by-kind")
    @Operation(operationId = "walletsByKind", summary = "How many wallets there are of each kind, and what they hold")
    @AtLeast
    @OpenToOfficeAndAnalysts
    Answer<WalletsByKind> byKind(ServerWebExchange exchange) {
        writes.awaited(exchange, WalletsProjection.NAME);
        return Answers.of(queries.byKind());
    }

    @GetMapping("/api/v1/wallets/{walletId}")
    @Operation(
            operationId = "wallet",
            summary = "A wallet: whose it is, what it holds and how it stands",
            description = "Wallets of checks are only counted.")
    @AtLeast
    @UnknownCode.Refused(UnknownCode.WALLET_UNKNOWN)
    @OpenToOffice
    Answer<KnownWallet> wallet(@PathVariable String walletId, ServerWebExchange exchange) {
        writes.awaited(exchange, WalletsProjection.NAME);
        return Answers.of(queries.known(walletId));
    }
}
