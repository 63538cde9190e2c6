package com.hotpotspot.query.trade;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.sale.InPeriod;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Voids and refunds as a file for a spreadsheet. */
@RestController
final class ReversalsCsvEndpoint {

    /** Some 2 MB. */
    private static final int MOST_ROWS = 20_000;

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    private final ReversalQueries queries;
    private final NetworkQueries network;
    private final Writes writes;

    ReversalsCsvEndpoint(ReversalQueries queries, NetworkQueries network, Writes writes) {
        this.queries = queries;
        this.network = network;
        this.writes = writes;
    }

    @GetMapping("/api/v1/network/reversals.csv")
    @Operation(
            operationId = "networkReversalsFile",
            summary = "Voids and refunds of the network as CSV, at most 20,000")
    @ApiResponse(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(description = "A line of names, and a line a void or refund.")))
    @InPeriod
    @OfReversals
    @AtLeast
    @OpenToOffice
    ResponseEntity<byte[]> ofNetwork(ServerWebExchange exchange) {
        return file(AskedReversals.of(null, awaited(exchange)));
    }

    @GetMapping("/api/v1/nodes/{nodeId}/reversals.csv")
    @Operation(operationId = "nodeReversalsFile", summary = "Voids and refunds of a node as CSV, at most 20,000")
    @ApiResponse(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(description = "A line of names, and a line a void or refund.")))
    @InPeriod
    @OfReversals
    @AtLeast
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    @OpenToFranchisees
    ResponseEntity<byte[]> ofNode(@PathVariable String nodeId, ServerWebExchange exchange) {
        Parameters parameters = awaited(exchange);
        return file(AskedReversals.of(network.known(nodeId).nodeId(), parameters));
    }

    private Parameters awaited(ServerWebExchange exchange) {
        return writes.awaited(exchange, TradeProjection.NAME, AskedReversals.PARAMETERS);
    }

    private ResponseEntity<byte[]> file(AskedReversals asked) {
        Reversals all = queries.list(asked, MOST_ROWS);
        if (all.next() != null) {
            throw Problem.invalid(
                    "from",
                    String.format(
                            Locale.ROOT, "and to must not be so far apart: there are more than %d rows", MOST_ROWS));
        }
        String name = String.format(
                Locale.ROOT, "reversals%s_at-%d.csv", asked.node() == null ? "" : "_" + asked.node(), all.position());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(ReversalsCsv.file(all.reversals()));
    }
}
