package com.hotpotspot.query.rebuild;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.query.access.OpenToOversight;
import com.hotpotspot.query.projection.ParkedEvent;
import com.hotpotspot.query.projection.VersionReport;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Tells those who watch over the figures how each projection stands, and which events it is without. */
@RestController
final class ProjectionsEndpoint {

    private final ProjectionQueries queries;

    ProjectionsEndpoint(ProjectionQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/v1/projections")
    @Operation(operationId = "projections", summary = "How each projection stands, and what it is without")
    @OpenToOversight
    Answer<Report> projections(ServerWebExchange exchange) {
        Parameters.none(exchange);
        return Answers.of(queries.report());
    }

    /** All projections. */
    record Report(
            @Schema(description = "The position of the last event of the log; -1 for an empty log.", example = "4711")
            long head,

            @Schema(description = "The projections, each by itself.")
            List<Progress> projections) {}

    /** One projection. */
    record Progress(
            @Schema(description = "The name of the projection.", example = "node_sales")
            String name,

            @Schema(description = "Which of its versions answers, counted from 1; 0 while none does.", example = "3")
            int version,

            @Schema(description = "False while it is stopped, or tries a batch again.", example = "true")
            boolean working,

            @Schema(
                    description = "Up to which position of the log its figures speak; -1 for nothing yet.",
                    example = "4711")
            long position,

            @Schema(description = "How many events of the log it has not come to yet.", example = "0")
            long lag,

            @Schema(
                    description = "How many events it could not take in, so that its figures are without them.",
                    example = "0")
            long parked,

            @Schema(description = "The first ten of those, in the order of the log.")
            List<ParkedEvent> firstParked,

            @Schema(description = "All its versions, by their numbers.")
            List<VersionReport> versions) {}
}
