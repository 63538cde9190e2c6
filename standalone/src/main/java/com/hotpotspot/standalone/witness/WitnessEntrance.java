package com.hotpotspot.standalone.witness;

import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.ConnectionBudget;
import com.hotpotspot.limits.ConnectionBudget.Place;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.LineBudget;
import com.hotpotspot.limits.OpenFiles;
import com.hotpotspot.limits.TrustedProxies;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(WitnessEntrance.class);
    private static final AttributeKey<Place> PLACE = AttributeKey.valueOf(WitnessEntrance.class, "place");
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ConnectionBudget budget;
    private final TrustedProxies proxies;
    private final LineBudget lines;
    private final Disposable watch;

    WitnessEntrance(Limits limits) {
        this.budget = new ConnectionBudget(
                limits.connections().thatFit(OpenFiles.most()),
                limits.connections().perAddress());
        this.proxies = limits.proxies();
        this.lines = new LineBudget(limits.logLines().perMinute());
        // A request is a few KB: as long as its header may take, and once as long as a body may be silent.
        Duration longest = limits.deadlines().header().plus(limits.deadlines().silence());
        this.watch = Flux.interval(EVERY).subscribe(tick -> budget.endThoseWaitingFor(longest));
    }

    /** Takes a connection in, or closes it. */
    void enter(Channel channel) {
        Optional<Place> place = placeFor(channel);
        if (place.isEmpty()) {
            end(channel);
            return;
        }
        channel.attr(PLACE).set(place.get());
        channel.closeFuture().addListener(closed -> place.get().leave());
    }

    private Optional<Place> placeFor(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress peer)) {
            return Optional.empty(); // gone already
        }
        ClientAddress address = ClientAddress.of(peer.getAddress());
        Optional<Place> place = proxies.trusts(peer.getAddress())
                ? budget.enterForMany(address, () -> end(channel))
                : budget.enter(address, () -> end(channel));
        if (place.isEmpty() && lines.allows()) {
            LOG.warn(
                    "A connection was turned away: all that may be open are at work ({} more such lines were left out)",
                    lines.keptBack());
        }
        return place;
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
