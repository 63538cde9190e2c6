package com.hotpotspot.query.connection;

import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.ConnectionBudget;
import com.hotpotspot.limits.ConnectionBudget.Place;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.Deadlines;
import com.hotpotspot.limits.LineBudget;
import com.hotpotspot.limits.OpenFiles;
import com.hotpotspot.limits.TrustedProxies;
import com.hotpotspot.query.web.BareProblems;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPipeline;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.NettyPipeline;

/** Takes in connections as long as there is room for them, and has them watched. */
final class Entrance {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final ConnectionBudget budget;
    private final TrustedProxies proxies;
    private final Deadlines deadlines;
    private final LineBudget lines;
    private final BareProblems problems;

    Entrance(Limits limits, BareProblems problems) {
        int most = limits.connections().thatFit(OpenFiles.most());
        if (most < limits.connections().inAll()) {
            LOG.warn(
                    "This process may open {} files; no more than {} connections are kept open"
                            + " (hotpotspot.limits.connections.in-all is {})",
                    OpenFiles.most(),
                    most,
                    limits.connections().inAll());
        }
        this.budget = new ConnectionBudget(most, limits.connections().perAddress());
        this.proxies = limits.proxies();
        this.deadlines = limits.deadlines();
        this.lines = new LineBudget(limits.logLines().perMinute());
        this.problems = problems;
    }

    /** Takes a connection in, or closes it. */
    void enter(Channel channel) {
        Optional<Place> place = placeFor(channel);
        if (place.isEmpty()) {
            close(channel);
            return;
        }
        channel.closeFuture().addListener(closed -> place.get().leave());
        ChannelPipeline pipeline = channel.pipeline();
        Watch watch = new Watch(place.get(), deadlines, problems);
        if (pipeline.get(NettyPipeline.SslHandler) == null) {
            pipeline.addFirst(Watch.NAME, watch);
        } else {
            // Which has a deadline of its own for greetings, ten seconds.
            pipeline.addAfter(NettyPipeline.SslHandler, Watch.NAME, watch);
        }
    }

    private Optional<Place> placeFor(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress peer)) {
            return Optional.empty(); // gone already
        }
        InetAddress address = peer.getAddress();
        Optional<Place> place = proxies.trusts(address)
                ? budget.enterForMany(ClientAddress.of(address), () -> close(channel))
                : budget.enter(ClientAddress.of(address), () -> close(channel));
        if (place.isEmpty() && lines.allows()) {
            LOG.warn(
                    "A connection was turned away: all that may be open are at work ({} more such lines were left out)",
                    lines.keptBack());
        }
        return place;
    }

    private static void close(Channel channel) {
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
