package com.hotpotspot.query.explorer;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.Role;
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

/** Single events and single streams, for programs. Whoever wants many events reads the event stream. */
@RestController
final class ExplorerEndpoint {

    private static final int USUAL_EVENTS = 50;
    private static final int MOST_EVENTS = 200;

    private final LogReader reader;

    ExplorerEndpoint(LogReader reader) {
        this.reader = reader;
    }

    @GetMapping("/api/v1/events/{position}")
    @Operation(
            operationId = "event",
            summary = "One event as it is stored",
            description = "Whatever it says, also if this build knows no such type or revision.")
    @ExplorerCode.Refused(ExplorerCode.EVENT_UNKNOWN)
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR, Role.ANALYST})
    Answer<LoggedEvent> event(@PathVariable String position, ServerWebExchange exchange) {
        Parameters.none(exchange);
        return Answers.of(LoggedEvent.of(reader.event(Parameters.position("position", position))));
    }

    @GetMapping("/api/v1/streams/{streamId}/events")
    @Operation(
            operationId = "eventsOfStream",
            summary = "The events of one stream",
            description =
                    "The oldest first, or with `newestFirst=true` the latest. At most `limit` of them, and no more once they fill a megabyte; the rest comes with `from` as `next` of the answer has it. With the log in an Axon Server events of a stream have no `position`.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description =
                    "The sequence of the first event, counted from 0; if left out, the first there is in that order.",
            example = "0",
            schema = @Schema(type = "integer", minimum = "0"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "newestFirst",
            description = "Whether to begin with the latest, and go back.",
            example = "true",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "How many; 50 if left out, 200 at most.",
            example = "50",
            schema = @Schema(type = "integer", minimum = "1"))
    @ExplorerCode.Refused(ExplorerCode.STREAM_UNKNOWN)
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR, Role.ANALYST})
    Answer<EventsOfStream> stream(@PathVariable String streamId, ServerWebExchange exchange) {
        Parameters parameters = Parameters.of(exchange, "from", "newestFirst", "limit");
        StreamId stream = LogReader.named(streamId);
        return Answers.of(EventsOfStream.of(
                stream,
                reader.stream(
                        stream,
                        parameters.position("from"),
                        parameters.flag("newestFirst"),
                        parameters.limit(USUAL_EVENTS, MOST_EVENTS))));
    }
}
