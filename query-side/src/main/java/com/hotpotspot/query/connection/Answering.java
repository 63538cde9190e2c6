package com.hotpotspot.query.connection;

import com.hotpotspot.query.web.BareProblems;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What goes for every answer, whoever gives it. */
final class Answering implements BiFunction<Mono<Void>, Connection, Mono<Void>> {

    private static final int FIRST_ERROR = 400;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=%:\\[\\]-]*");

    private final BareProblems problems;

    Answering(BareProblems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> apply(Mono<Void> answer, Connection connection) {
        if (!(connection instanceof HttpServerRequest request)
                || !(connection instanceof HttpServerResponse response)) {
            throw new IllegalStateException("requests of " + connection + " would not be watched");
        }
        Mono<Void> whole = Mono.defer(() -> {
            if (HttpVersion.HTTP_1_0.equals(request.version())) {
                // Which knows no chunks: the end of the connection is that of the answer.
                response.keepAlive(false).chunkedTransfer(false);
            }
            return refusal(request).map(status -> refused(response, status)).orElse(answer);
        });
        Mono<Void> complete =
                whole.then(Mono.defer(() -> lacksItsProblem(request, response) ? problem(response) : Mono.empty()));
        Optional<Watch> watch = Watch.of(connection.channel());
        return Mono.defer(() -> {
            watch.ifPresent(Watch::begin);
            return complete.doFinally(end -> watch.ifPresent(Watch::end));
        });
    }

    /** With what a request is refused before anything is done. */
    private static Optional<HttpStatus> refusal(HttpServerRequest request) {
        if (!hasOneHost(request)) {
            return Optional.of(HttpStatus.BAD_REQUEST);
        }
        return expectsMore(request) ? Optional.of(HttpStatus.EXPECTATION_FAILED) : Optional.empty();
    }

    /** More than to be told to go on (RFC 9110 §10.1.1); older clients are not asked what they expect. */
    private static boolean expectsMore(HttpServerRequest request) {
        return !HttpVersion.HTTP_1_0.equals(request.version())
                && request.requestHeaders().getAll(HttpHeaderNames.EXPECT).stream()
                        .anyMatch(expected -> !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected.strip()));
    }

    /** As HTTP/1.1 must have (RFC 9112 §3.2). */
    private static boolean hasOneHost(HttpServerRequest request) {
        List<String> hosts = request.requestHeaders().getAll(HttpHeaderNames.HOST);
        return (hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches())
                || (hosts.isEmpty() && !HttpVersion.HTTP_1_1.equals(request.version()));
    }

    private static Mono<Void> refused(HttpServerResponse response, HttpStatus status) {
        response.status(status.value()).keepAlive(false);
        return Mono.empty();
    }

    private static boolean lacksItsProblem(HttpServerRequest request, HttpServerResponse response) {
        return response.status().code() >= FIRST_ERROR
                && !response.hasSentHeaders()
                && !HttpMethod.HEAD.equals(request.method());
    }

    private Mono<Void> problem(HttpServerResponse response) {
        byte[] problem = problems.json(HttpStatusCode.valueOf(response.status().code()));
        return response.header(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(problem.length))
                .sendByteArray(Mono.just(problem))
                .then();
    }
}
