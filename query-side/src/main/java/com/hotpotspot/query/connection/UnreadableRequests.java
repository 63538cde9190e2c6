package com.hotpotspot.query.connection;

import com.hotpotspot.query.web.BareProblems;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.Future;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers what Netty refuses by itself, since it cannot be read, as everything else is answered. */
final class UnreadableRequests extends ChannelDuplexHandler {

    static final String NAME = "hps.unreadable";

    private final BareProblems problems;
    private boolean unreadable;
    private boolean otherVersion;

    UnreadableRequests(BareProblems problems) {
        this.problems = problems;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            requireSpoken(request);
            requireAddress(request);
        }
        if (message instanceof DecoderResultProvider read
                && read.decoderResult().isFailure()) {
            unreadable = true;
        }
        context.fireChannelRead(message);
    }

    /** What is answered in a version that is not spoken here would not be understood, and nor would what was asked. */
    private void requireSpoken(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            otherVersion = true;
            request.setProtocolVersion(HttpVersion.HTTP_1_1)
                    .setDecoderResult(DecoderResult.failure(new IllegalArgumentException("another version of HTTP")));
        }
    }

    /**
     * What names no address would be answered at once, while the end of the request is still to come; a kept-alive
     * connection is then left unread at times. As a request that cannot be read it is the last one on its connection.
     */
    private static void requireAddress(HttpRequest request) {
        String target = request.uri();
        try {
            new URI(target.startsWith("/") ? "http://localhost" + target : target);
        } catch (URISyntaxException e) {
            request.setDecoderResult(DecoderResult.failure(e));
        }
    }

    /** The promise tells whoever wrote what became of it. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean bare = unreadable
                && message instanceof FullHttpResponse response
                && response.status().codeClass() == HttpStatusClass.CLIENT_ERROR
                && !response.content().isReadable();
        Future<Void> unused = context.write(bare ? withProblem((FullHttpResponse) message) : message, promise);
    }

    private FullHttpResponse withProblem(FullHttpResponse bare) {
        HttpResponseStatus status = otherVersion ? HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED : bare.status();
        byte[] problem = problems.json(HttpStatusCode.valueOf(status.code()));
        HttpHeaders headers = bare.headers()
                .copy()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, problem.length);
        FullHttpResponse answer = new DefaultFullHttpResponse(
                bare.protocolVersion(), status, Unpooled.wrappedBuffer(problem), headers, bare.trailingHeaders());
        bare.release();
        return answer;
    }
}
