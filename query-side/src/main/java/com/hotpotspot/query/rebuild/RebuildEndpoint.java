package com.hotpotspot.query.rebuild;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.projection.DiscardReason;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.Rebuilds;
import com.hotpotspot.query.projection.VersionReport;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.ProjectionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Fills projections anew beside the versions that answer, and tries again what they are without. */
@RestController
final class RebuildEndpoint {

    private final AskedRebuilds asked;
    private final Rebuilds rebuilds;

    RebuildEndpoint(AskedRebuilds asked, Rebuilds rebuilds) {
        this.asked = asked;
        this.rebuilds = rebuilds;
    }

    @PostMapping("/api/v1/projections/{projection}/rebuild")
    @Operation(
            operationId = "rebuildProjection",
            summary = "Fill a projection anew",
            description =
                    "A new version is filled from the beginning of the log beside the one that answers, and takes its place once it has caught up and says the same. If it says something else, it does not, and tells what differs.")
    @ProjectionCode.Refused({
        ProjectionCode.PROJECTION_UNKNOWN,
        ProjectionCode.REBUILD_UNDER_WAY,
        ProjectionCode.VERSIONS_EXHAUSTED,
        ProjectionCode.REBUILD_ELSEWHERE
    })
    @Roles(Role.ADMIN)
    Answer<Versions> rebuild(@PathVariable String projection, ServerWebExchange exchange) {
        Parameters.none(exchange);
        return versions(asked.begin(projection));
    }

    @PostMapping("/api/v1/projections/{projection}/versions/{versionNumber}/accept")
    @Operation(
            operationId = "acceptVersion",
            summary = "Have a version answer although it says something else",
            description =
                    "For whoever has looked at what differs: the version catches up and then takes the place of the one that answers.")
    @ProjectionCode.Refused({ProjectionCode.PROJECTION_UNKNOWN, ProjectionCode.VERSION_NOT_DIFFERENT})
    @Roles(Role.ADMIN)
    Answer<Versions> accept(
            @PathVariable String projection, @PathVariable String versionNumber, ServerWebExchange exchange) {
        Parameters.none(exchange);
        return versions(asked.accept(projection, versionNumber));
    }

    @DeleteMapping("/api/v1/projections/{projection}/versions/{versionNumber}")
    @Operation(
            operationId = "dropVersion",
            summary = "Drop a version that does not answer",
            description = "With all that it holds; one that is being filled is given up.")
    @ProjectionCode.Refused({
        ProjectionCode.PROJECTION_UNKNOWN,
        ProjectionCode.VERSION_NOT_DROPPABLE,
        ProjectionCode.VERSION_IN_USE,
        ProjectionCode.REBUILD_ELSEWHERE
    })
    @Roles(Role.ADMIN)
    Answer<Versions> drop(
            @PathVariable String projection, @PathVariable String versionNumber, ServerWebExchange exchange) {
        Parameters.none(exchange);
        return versions(asked.drop(projection, versionNumber));
    }

    @PostMapping("/api/v1/projections/{projection}/parked/{position}/retry")
    @Operation(
            operationId = "retryParkedEvent",
            summary = "Try a parked event again",
            description =
                    "With what the program does today; after it come those of its stream that were parked with it, in their order, as far as that goes.")
    @ProjectionCode.Refused({ProjectionCode.PROJECTION_UNKNOWN, ProjectionCode.EVENT_NOT_PARKED})
    @Roles(Role.ADMIN)
    Answer<Retried> retry(@PathVariable String projection, @PathVariable String position, ServerWebExchange exchange) {
        Parameters.none(exchange);
        return Answers.of(new Retried(asked.retry(projection, position)));
    }

    @PostMapping("/api/v1/projections/{projection}/parked/{position}/discard")
    @Operation(
            operationId = "discardParkedEvent",
            summary = "Do without a parked event for good",
            description =
                    "It stays in the log; the projection does without it in every version from now on, and what was parked with it is taken in as far as that goes. The log says who decided so, and why.")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            required = true,
            description = "Why figures do without it; it is recorded in the log, and names nobody.",
            example = "Sold before the first business day; the till was faulty",
            schema = @Schema(type = "string", maxLength = DiscardReason.MAX_LENGTH))
    @ProjectionCode.Refused({ProjectionCode.PROJECTION_UNKNOWN, ProjectionCode.EVENT_NOT_PARKED})
    @Roles(Role.ADMIN)
    Answer<Retried> discard(
            @PathVariable String projection, @PathVariable String position, ServerWebExchange exchange) {
        String reason = Parameters.of(exchange, "reason").text("reason");
        return Answers.of(
                new Retried(asked.discard(projection, position, reason, Caller.of(exchange), Channel.PROGRAM)));
    }

    private Answer<Versions> versions(ProjectionName projection) {
        return Answers.of(new Versions(projection.name(), rebuilds.versions(projection)));
    }

    /** The versions of one projection. */
    record Versions(
            @Schema(description = "The name of the projection.", example = "node_sales")
            String name,

            @Schema(description = "Its versions, by their numbers.")
            List<VersionReport> versions) {}

    /** What came of another try. */
    record Retried(
            @Schema(description = "How many events have been taken in that the projection was without.", example = "3")
            int taken) {}
}
