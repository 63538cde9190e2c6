package com.hotpotspot.query.account;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
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
final class AccountsEndpoint {

    private final AccountQueries queries;
    private final Writes writes;

    AccountsEndpoint(AccountQueries queries, Writes writes) {
        this.queries = queries;
        this.writes = writes;
    }

    @GetMapping("/api/v1/accounts")
    @Operation(
            operationId = "accounts",
            summary = "The accounts with their roles",
            description = "By id. The next ones come with `after` as the answer's `next` has it.")
    @OfKind
    @InParts
    @AtLeast
    @OpenToOversight
    Answer<Accounts> accounts(ServerWebExchange exchange) {
        Parameters parameters =
                writes.awaited(exchange, AccountsProjection.NAME, OfKind.KIND, InParts.AFTER, InParts.LIMIT);
        AskedAccounts asked = AskedAccounts.of(parameters);
        return Answers.of(queries.accounts(asked.kind(), asked.after(), parameters.limit(InParts.USUAL, InParts.MOST)));
    }

    @GetMapping("/api/v1/accounts/{accountId}")
    @Operation(
            operationId = "account",
            summary = "An account with its roles and credentials",
            description = "Of a credential it says how it stands, and nothing of its secret.")
    @AtLeast
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @OpenToOversight
    Answer<AccountReport> account(@PathVariable String accountId, ServerWebExchange exchange) {
        writes.awaited(exchange, AccountsProjection.NAME);
        return Answers.of(queries.known(accountId));
    }
}
