package com.hotpotspot.standalone.witness;

import com.hotpotspot.limits.Admission;
import com.hotpotspot.limits.ConnectionBudget.Place;
import com.hotpotspot.limits.Limits;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.Optional;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Takes in connections as long as there is room for them. One counts as waiting until its request is there as a whole,
 * body and all, and again while its answer is taken; so it makes room for others, and is closed if that takes too long.
 */
final class WitnessEntrance implements AutoCloseable {

    private static final AttributeKey<Place> PLACE = AttributeKey.valueOf(WitnessEntrance.class, "place");
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Admission admission;
    private final Disposable watch;

    WitnessEntrance(Limits limits) {
        this.admission = new Admission(limits);
        // A request is a few KB: as long as its header may take, and once as long as a body may be silent.
        Duration longest = limits.deadlines().header().plus(limits.deadlines().silence());
        this.watch = Flux.interval(EVERY).subscribe(tick -> admission.endThoseWaitingFor(longest));
    }

    /** Takes a connection in, or closes it. */
    void enter(Channel channel) {
        Optional<Place> place = admission.enter(channel.remoteAddress(), () -> end(channel));
        if (place.isEmpty()) {
            end(channel);
            return;
        }
        channel.attr(PLACE).set(place.get());
        channel.closeFuture().addListener(closed -> place.get().leave());
    }

    /** Nobody has to make room while their request is worked on. */
    <T> Mono<T> whileAtWork(HttpServerRequest request, Mono<T> work) {
        Place place = placeOf(request);
        return Mono.defer(() -> {
            place.begin();
            return work.doFinally(end -> place.end());
        });
    }

    private static Place placeOf(HttpServerRequest request) {
        if (request instanceof Connection connection) {
            return connection.channel().attr(PLACE).get();
        }
        throw new IllegalStateException("the connection of " + request + " would not be counted");
    }

    private static void end(Channel channel) {
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    @Override
    public void close() {
        watch.dispose();
    }
}
