package com.hotpotspot.query.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * What became of a sale, for a till that lost the answer and for whoever looks into it later. There is no claim code in
 * the answer, nor anything of what was eaten or by whom.
 */
@RestController
final class SaleEndpoint {

    private final SalesRegister register;
    private final Writes writes;

    SaleEndpoint(SalesRegister register, Writes writes) {
        this.register = register;
        this.writes = writes;
    }

    @GetMapping("/api/v1/nodes/{nodeId}/sales/{saleNumber}")
    @Operation(
            operationId = "saleState",
            summary = "What became of a sale",
            description =
                    "Whether it was voided or refunded, what it minted, and how its check stands. There is no claim code in it.")
    @AtLeast
    @UnknownCode.Refused(UnknownCode.SALE_UNKNOWN)
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
    Answer<SaleState> sale(@PathVariable String nodeId, @PathVariable String saleNumber, ServerWebExchange exchange) {
        SaleId sale = AskedSale.of(nodeId, saleNumber);
        writes.awaited(exchange, SalesRegisterProjection.NAME);
        return Answers.of(register.state(sale).orElseThrow(AskedSale::unknown));
    }
}
