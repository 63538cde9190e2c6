package com.hotpotspot.query.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.access.StreamPlaces;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.web.OpenStreams;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells open pages that a projection has moved, a few times a second at most; they then fetch what they show. */
@RestController
final class LiveEndpoint implements DisposableBean {

    private static final Duration AT_MOST_EVERY = Duration.ofMillis(250);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Sinks.Many<String> changes = Sinks.many().multicast().directBestEffort();
    private final LogSignals.Subscription subscription;
    private final OpenStreams openStreams;
    private final StreamPlaces places;

    LiveEndpoint(Notifications notifications, OpenStreams openStreams, StreamPlaces places) {
        this.openStreams = openStreams;
        this.places = places;
        // A page that is too slow for one hint gets the next; there is only the one listening thread that emits.
        this.subscription = notifications.subscribe(Projections.CHANNEL, changes::tryEmitNext);
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @OpenToFranchisees
    Mono<Void> live(ServerWebExchange exchange) {
        Flux<String> changed = changes.asFlux()
                .sample(AT_MOST_EVERY)
                .onBackpressureLatest()
                .map(projection -> "event: changed\ndata: " + projection + "\n\n");
        Flux<String> signsOfLife =
                Flux.interval(Duration.ZERO, SIGN_OF_LIFE).onBackpressureDrop().map(tick -> ":\n\n");
        Flux<String> stream = places.enter(
                exchange, openStreams.untilStop(Caller.of(exchange).whileSignedIn(Flux.merge(signsOfLife, changed))));
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        return response.writeWith(
                stream.map(text -> DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(UTF_8))));
    }

    @Override
    public void destroy() {
        subscription.close();
    }
}
