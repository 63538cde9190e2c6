package com.hotpotspot.query.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.PlaceCode;
import com.hotpotspot.query.access.StreamPlaces;
import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.query.web.ProjectionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/**
 * The regulator's file of sales and mints. It is a pure function of period and position: the same request gives the
 * same bytes, whenever it is made.
 *
 * <p>It is read in pages as the client takes them, each in a transaction of its own: however slow the client is, it
 * holds neither memory nor a connection nor an old snapshot of the database.
 */
@RestController
final class SalesExportEndpoint {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    private final SalesFiles files;
    private final BlockingWork blocking;
    private final StreamPlaces places;

    SalesExportEndpoint(SalesFiles files, BlockingWork blocking, StreamPlaces places) {
        this.files = files;
        this.places = places;
        this.blocking = blocking;
    }

    @GetMapping("/api/v1/exports/sales")
    @Operation(
            operationId = "exportSales",
            summary = "The regulator's file of sales and mints",
            description = "The same period and position always give the same bytes.")
    @InPeriod
    @OfSalesFile
    @ApiResponse(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(description = "A line of names, and a line a sale.")),
            headers = {
                @Header(
                        name = "Content-Disposition",
                        description = "The name of the file.",
                        schema = @Schema(example = "attachment; filename=\"sales.csv\"")),
                @Header(
                        name = "Hotpotspot-Position",
                        description = "Up to which position of the log the file speaks.",
                        schema = @Schema(type = "integer", minimum = "-1", example = "4711")),
                @Header(
                        name = "Hotpotspot-Parked",
                        description = "How many events the register could not take in and is without.",
                        schema = @Schema(type = "integer", example = "0"))
            })
    @ProjectionCode.Refused({ProjectionCode.POSITION_NOT_REACHED, ProjectionCode.PROJECTION_FILLING})
    @PlaceCode.Refused(PlaceCode.STREAMS_EXHAUSTED)
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
    ResponseEntity<Flux<DataBuffer>> export(ServerWebExchange exchange) {
        SalesFiles.SalesFile file = files.asked(exchange);
        Flux<DataBuffer> content = places.enter(
                exchange,
                Caller.of(exchange)
                        .unlessLost(files.parts(file).map(SalesExportEndpoint::buffer))
                        .subscribeOn(blocking.scheduler()));
        return described(file).body(content);
    }

    private ResponseEntity.BodyBuilder described(SalesFiles.SalesFile file) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .header("Hotpotspot-Position", Long.toString(file.position()))
                .header("Hotpotspot-Parked", Long.toString(files.parked()));
    }

    private static DataBuffer buffer(byte[] bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
