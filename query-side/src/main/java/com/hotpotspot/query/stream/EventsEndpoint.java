package com.hotpotspot.query.stream;

import com.hotpotspot.access.Roles;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.PlaceCode;
import com.hotpotspot.query.access.StreamPlaces;
import com.hotpotspot.query.web.OpenStreams;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Events as they are stored, from a position on: up to the head of the log, or with {@code follow=true} for as long as
 * the caller counts as signed in. While it follows, an empty line (or an empty comment) every 15 seconds shows that the
 * connection lives.
 */
@RestController
final class EventsEndpoint {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final EventLog log;
    private final EventReader reader;
    private final OpenStreams openStreams;
    private final StreamPlaces places;

    EventsEndpoint(EventLog log, EventReader reader, OpenStreams openStreams, StreamPlaces places) {
        this.log = log;
        this.reader = reader;
        this.places = places;
        this.openStreams = openStreams;
    }

    @GetMapping("/api/v1/events")
    @Operation(
            operationId = "events",
            summary = "The events as they are stored",
            description =
                    "From a position up to the head of the log, or with `follow=true` for as long as the caller counts as signed in. While it follows, an empty line (or an empty comment) every 15 seconds shows that the connection lives. One event a line; as server-sent events each has its position as id.")
    @EventParameters
    @ApiResponse(
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(ref = "StoredEvent")),
                @Content(
                        mediaType = "text/event-stream",
                        schema =
                                @Schema(
                                        description =
                                                "Server-sent events, with the position as id and the event as data.")),
                @Content(
                        mediaType = "text/plain",
                        schema = @Schema(description = "The same lines, for whoever looks at them with a browser."))
            })
    @PlaceCode.Refused(PlaceCode.STREAMS_EXHAUSTED)
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR, Role.ANALYST})
    Mono<Void> events(ServerWebExchange exchange) {
        Parameters parameters = Parameters.of(exchange, "from", "type", "follow");
        Long given = parameters.position("from");
        Long last = lastEventId(exchange.getRequest().getHeaders());
        if (last != null && last > log.head()) {
            // Who has seen it has read another log, and would wait here in silence.
            throw Problem.invalid(LAST_EVENT_ID, "is beyond the end of the log");
        }
        // A browser that reconnects asks for the same address again; what it has seen counts more.
        long from = last != null ? last + 1 : given != null ? given : 0;
        Set<String> types = types(parameters);
        StreamFormat format = format(exchange);
        Caller caller = Caller.of(exchange);
        Flux<DataBuffer> stream = places.enter(
                exchange,
                parameters.flag("follow")
                        ? caller.whileSignedIn(following(from, types, format))
                        : caller.unlessLost(encoded(reader.toHead(from, types), format)));
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(format.mediaType());
        return response.writeWith(stream);
    }

    private Flux<DataBuffer> following(long from, Set<String> types, StreamFormat format) {
        // The first slice is empty. What it becomes makes the client see that the stream is open.
        Flux<Iterable<DataBuffer>> events = reader.follow(from, types)
                .switchOnFirst((first, slices) -> Flux.concat(
                        first.hasValue() ? Flux.just(List.of(format.signOfLife())) : Flux.empty(),
                        slices.map(format::buffers)));
        Flux<Iterable<DataBuffer>> signsOfLife =
                Flux.interval(SIGN_OF_LIFE).onBackpressureDrop().map(tick -> List.of(format.signOfLife()));
        // Put together before they become buffers, since a large event is several, with nothing in between.
        return openStreams.untilStop(Flux.merge(1, events, signsOfLife).concatMapIterable(buffers -> buffers, 1));
    }

    private static Flux<DataBuffer> encoded(Flux<List<StoredEvent>> slices, StreamFormat format) {
        return slices.concatMapIterable(format::buffers, 1);
    }

    private static Set<String> types(Parameters parameters) {
        List<String> names = parameters.list("type");
        for (String name : names) {
            if (EventTypes.named(name).isEmpty()) {
                throw Problem.invalid("type", "has a name that no event has: " + name);
            }
        }
        return Set.copyOf(names);
    }

    private static @Nullable Long lastEventId(HttpHeaders headers) {
        String id = headers.getFirst(LAST_EVENT_ID);
        if (id == null || id.isEmpty()) {
            return null;
        }
        if (!POSITION.matcher(id).matches()) {
            throw Problem.invalid(LAST_EVENT_ID, "must be a position of the log");
        }
        return Long.valueOf(id);
    }

    private static StreamFormat format(ServerWebExchange exchange) {
        List<MediaType> accepted =
                new ArrayList<>(exchange.getRequest().getHeaders().getAccept());
        if (accepted.isEmpty()) {
            return StreamFormat.NDJSON;
        }
        if (accepted.stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)) {
            return StreamFormat.TEXT;
        }
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .flatMap(type -> Arrays.stream(StreamFormat.values())
                        .filter(format -> type.isCompatibleWith(format.mediaType())))
                .findFirst()
                .orElseThrow(() -> new NotAcceptableStatusException(Arrays.stream(StreamFormat.values())
                        .map(StreamFormat::mediaType)
                        .toList()));
    }
}
