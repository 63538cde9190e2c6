package com.hotpotspot.query.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.projection.ReachedPositions;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
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
    private final ReachedPositions reached;

    SaleEndpoint(SalesRegister register, ReachedPositions reached) {
        this.register = register;
        this.reached = reached;
    }

    @GetMapping("/api/v1/nodes/{nodeId}/sales/{saleNumber}")
    @Operation(
            operationId = "saleState",
            summary = "What became of a sale",
            description =
                    "Whether it was voided or refunded, what it minted, and how its check stands. There is no claim code in it.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "atLeast",
            description =
                    "The position of what was just recorded: the answer waits up to two seconds until it speaks up to there, unless others wait already.",
            example = "4711",
            schema = @Schema(type = "integer"))
    @UnknownCode.Refused(UnknownCode.SALE_UNKNOWN)
    @ExportCode.Refused(ExportCode.POSITION_NOT_REACHED)
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
        Long atLeast = Parameters.of(exchange, "atLeast").position("atLeast");
        SaleId sale = AskedSale.of(nodeId, saleNumber);
        if (atLeast != null) {
            await(atLeast);
        }
        return Answers.of(register.state(sale).orElseThrow(AskedSale::unknown));
    }

    /** Whoever has just recorded something knows its position, and finds it in the answer. */
    private void await(long position) {
        long come = reached.await(SalesRegisterProjection.NAME, position);
        if (come < position) {
            throw ExportCode.notReached(come, position);
        }
    }
}
