package com.hotpotspot.query.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.sale.SalesVouching.Vouched;
import com.hotpotspot.query.web.ProjectionCode;
import com.hotpotspot.tlog.event.ExportManifest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The door for files of sales that the network {@linkplain SalesVouching vouches} for. */
@RestController
final class SalesManifestEndpoint {

    private final SalesFiles files;
    private final SalesVouching vouching;

    SalesManifestEndpoint(SalesFiles files, SalesVouching vouching) {
        this.files = files;
        this.vouching = vouching;
    }

    @PostMapping("/api/v1/exports/sales/manifest")
    @Operation(
            operationId = "vouchForSales",
            summary = "Vouch for a file of sales",
            description =
                    "Records in the log what the file is, and answers with that event and the proof that the log holds it. Asked again for the same file, it gives the same event; its position is that of the last event that the file shows. An account may ask for 60 files in an hour.")
    @InPeriod
    @OfSalesFile
    @ApiResponse(
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "SalesManifest")),
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The name of the file.",
                            schema = @Schema(example = "attachment; filename=\"sales.csv.manifest.json\"")))
    @ProjectionCode.Refused({ProjectionCode.POSITION_NOT_REACHED, ProjectionCode.PROJECTION_FILLING})
    @ExportCode.Refused({ExportCode.REGISTER_INCOMPLETE, ExportCode.EXPORT_DIFFERS})
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
    Mono<ResponseEntity<byte[]>> manifest(ServerWebExchange exchange) {
        return vouching.vouchFor(files.asked(exchange), Caller.of(exchange)).map(SalesManifestEndpoint::answer);
    }

    private static ResponseEntity<byte[]> answer(Vouched vouched) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        EventLine.write(vouched.event(), line);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(vouched.file().name() + ".manifest.json", StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .body(ExportManifest.write(line.toByteArray(), vouched.proof()));
    }
}
