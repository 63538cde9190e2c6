package com.hotpotspot.query.connection;

import com.hotpotspot.limits.ConnectionBudget.Place;
import com.hotpotspot.limits.Limits.Deadlines;
import com.hotpotspot.query.web.BareProblems;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Looks after one connection: while no request is under way, how long the next is waited for and, once it has begun,
 * the rest of its header; at all times, whether what is sent is taken. What follows the log is at work, however little
 * happens.
 *
 * <p>Its fields belong to the connection's event loop, but for those of requests, which begin and end elsewhere.
 */
final class Watch extends ChannelInboundHandlerAdapter {

    static final String NAME = "hps.watch";

    private static final AttributeKey<Watch> KEY = AttributeKey.valueOf(Watch.class, "watch");
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Place place;
    private final Deadlines deadlines;
    private final BareProblems problems;

    private int requests;
    private boolean headerBegun;
    private long since = System.nanoTime();

    private @Nullable Future<?> looking;
    private long taken;
    private long takenSince = System.nanoTime();

    Watch(Place place, Deadlines deadlines, BareProblems problems) {
        this.place = place;
        this.deadlines = deadlines;
        this.problems = problems;
    }

    /** That of the connection which a request came with, in HTTP/2 beside others. */
    static Optional<Watch> of(Channel channel) {
        Watch own = channel.attr(KEY).get();
        return own != null || channel.parent() == null
                ? Optional.ofNullable(own)
                : Optional.ofNullable(channel.parent().attr(KEY).get());
    }

    /** A request is there as a whole, but for its body. */
    synchronized void begin() {
        requests++;
        headerBegun = false;
        place.begin();
    }

    /** It was answered. */
    synchronized void end() {
        if (--requests == 0) {
            since = System.nanoTime();
        }
        place.end();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().attr(KEY).set(this);
        answerTheUnreadable(context.pipeline());
        looking = context.executor()
                .scheduleWithFixedDelay(() -> look(context), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        somethingCame();
        context.fireChannelRead(message);
    }

    /** In HTTP/2 that may be anything, and is not waited for longer. */
    private synchronized void somethingCame() {
        if (requests == 0 && !headerBegun) {
            headerBegun = true;
            since = System.nanoTime();
        }
    }

    /** Only now is it known which HTTP is spoken under TLS. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        context.fireUserEventTriggered(event);
        if (event instanceof SslHandshakeCompletionEvent) {
            answerTheUnreadable(context.pipeline());
        }
    }

    private void answerTheUnreadable(ChannelPipeline pipeline) {
        if (pipeline.get(NettyPipeline.HttpTrafficHandler) != null && pipeline.get(UnreadableRequests.NAME) == null) {
            pipeline.addBefore(
                    NettyPipeline.HttpTrafficHandler, UnreadableRequests.NAME, new UnreadableRequests(problems));
        }
    }

    private void look(ChannelHandlerContext context) {
        if (isOverdue(context) || isNotTaken(context)) {
            context.channel().close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        }
    }

    private synchronized boolean isOverdue(ChannelHandlerContext context) {
        if (requests > 0) {
            return false;
        }
        boolean isHeader = headerBegun && context.pipeline().get(Http2MultiplexHandler.class) == null;
        Duration longest = isHeader ? deadlines.header() : deadlines.idle();
        return System.nanoTime() - since >= longest.toNanos();
    }

    /** Whether something waits to be taken that nothing was taken of for too long. */
    private boolean isNotTaken(ChannelHandlerContext context) {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        long now = System.nanoTime();
        if (waiting == null || waiting.isEmpty()) {
            takenSince = now;
            return false;
        }
        long mark = 31L * System.identityHashCode(waiting.current()) + waiting.currentProgress();
        if (mark != taken) {
            taken = mark;
            takenSince = now;
        }
        return now - takenSince >= deadlines.silence().toNanos();
    }
}
