package com.hotpotspot.query.connection;

import com.hotpotspot.limits.Admission;
import com.hotpotspot.limits.ConnectionBudget.Place;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.Deadlines;
import com.hotpotspot.query.web.BareProblems;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPipeline;
import java.util.Optional;
import reactor.netty.NettyPipeline;

/** Takes in connections as long as there is room for them, and has them watched. */
final class Entrance {

    private final Admission admission;
    private final Deadlines deadlines;
    private final BareProblems problems;

    Entrance(Limits limits, BareProblems problems) {
        this.admission = new Admission(limits);
        this.deadlines = limits.deadlines();
        this.problems = problems;
    }

    /** Takes a connection in, or closes it. */
    void enter(Channel channel) {
        Optional<Place> place = admission.enter(channel.remoteAddress(), () -> close(channel));
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

    private static void close(Channel channel) {
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
