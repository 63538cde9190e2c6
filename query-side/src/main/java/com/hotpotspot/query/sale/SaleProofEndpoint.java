package com.hotpotspot.query.sale;

import com.hotpotspot.access.OpenToSignedIn;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.openapi.PlainText;
import com.hotpotspot.query.audit.AuditCode;
import com.hotpotspot.query.audit.AuditQueries;
import com.hotpotspot.query.audit.ProofFile;
import com.hotpotspot.query.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * The proof that a sale is in the log, by what its receipt says: the node and the number. It tells nothing of what was
 * sold, but how many sales a node has, to whoever asks often enough: roles that are bound to nodes ask for their own. A
 * customer may have a receipt of any.
 */
@RestController
final class SaleProofEndpoint {

    private final SalesRegister register;
    private final AuditQueries audit;

    SaleProofEndpoint(SalesRegister register, AuditQueries audit) {
        this.register = register;
        this.audit = audit;
    }

    @GetMapping("/api/v1/nodes/{nodeId}/sales/{saleNumber}/proof")
    @Operation(
            operationId = "saleProof",
            summary = "Prove that a sale is in the log",
            description =
                    "A `.tlog-proof` (c2sp.org/tlog-proof) with the checkpoint that covers the event, about a second after it was recorded.")
    @PlainText("A `.tlog-proof` file (c2sp.org/tlog-proof).")
    @ApiResponse(
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The name of the file.",
                            schema = @Schema(example = "attachment; filename=\"4711.tlog-proof\"")))
    @UnknownCode.Refused(UnknownCode.SALE_UNKNOWN)
    @AuditCode.Refused(AuditCode.POSITION_NOT_SEALED)
    @OpenToSignedIn
    ResponseEntity<byte[]> proof(
            @PathVariable String nodeId, @PathVariable String saleNumber, ServerWebExchange exchange) {
        Parameters.none(exchange);
        long position = register.positionOf(AskedSale.of(nodeId, saleNumber)).orElseThrow(AskedSale::unknown);
        return ProofFile.of(audit, position);
    }
}
