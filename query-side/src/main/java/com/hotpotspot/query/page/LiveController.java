package com.hotpotspot.query.page;

import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.access.StreamPlaces;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.web.OpenStreams;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells open pages that a projection has moved, a few times a second at most; they then fetch what they show. */
@RestController
final class LiveController implements DisposableBean {

    private static final Duration AT_MOST_EVERY = Duration.ofMillis(250);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Sinks.Many<String> changes = Sinks.many().multicast().directBestEffort();
    private final LogSignals.Subscription subscription;
    private final OpenStreams openStreams;
    private final StreamPlaces places;

    LiveController(Notifications notifications, OpenStreams openStreams, StreamPlaces places) {
        this.openStreams = openStreams;
        this.places = places;
        // A page that is too slow for one hint gets the next; there is only the one listening thread that emits.
        this.subscription = notifications.subscribe(Projections.CHANNEL, changes::tryEmitNext);
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @OpenToFranchisees
    Flux<ServerSentEvent<String>> live(ServerWebExchange exchange) {
        Flux<ServerSentEvent<String>> changed = changes.asFlux()
                .sample(AT_MOST_EVERY)
                .onBackpressureLatest()
                .map(projection ->
                        ServerSentEvent.builder(projection).event("changed").build());
        Flux<ServerSentEvent<String>> signsOfLife = Flux.interval(Duration.ZERO, SIGN_OF_LIFE)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<String>builder().comment("").build());
        return places.enter(
                exchange, openStreams.untilStop(Caller.of(exchange).whileSignedIn(Flux.merge(signsOfLife, changed))));
    }

    @Override
    public void destroy() {
        subscription.close();
    }
}
