package com.hotpotspot.standalone.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.limits.ByteBudget;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.LibraryLines;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.LineBudget;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.limits.TrustedProxies;
import com.hotpotspot.tlog.witness.AddCheckpoint;
import com.hotpotspot.tlog.witness.Answer;
import com.hotpotspot.tlog.witness.Witness;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * The witness's doors: {@code POST …/add-checkpoint} and {@code GET …/<SHA-256 of a log's origin>/checkpoint}
 * (c2sp.org/tlog-witness), and {@code GET …/verifier-key}. All are open to everybody: whoever asks for a signature has
 * to bring the log's, and what was signed was meant to be seen. So the {@link Limits} go for everybody here; a
 * connection has one request.
 */
final class WitnessServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);

    private static final Pattern CHECKPOINT = Pattern.compile("(?:/.*)?/([0-9a-f]{64})/checkpoint");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final LoopResources loops = LoopResources.create("witness", 1, true);
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());
    private final Witness witness;
    private final WitnessEntrance entrance;
    private final TrustedProxies proxies;
    private final ByteBudget<ClientAddress> bytes;
    private final LineBudget lines;
    private final DisposableServer server;

    /** @throws IOException if the address cannot be listened on */
    WitnessServer(InetSocketAddress address, Witness witness, Limits limits) throws IOException {
        this.witness = witness;
        this.entrance = new WitnessEntrance(limits);
        this.proxies = limits.proxies();
        this.bytes = limits.bytes().thatFits(Runtime.getRuntime().maxMemory());
        this.lines = new LineBudget(limits.logLines().perMinute());
        LibraryLines.limit(limits.logLines());
        try {
            this.server = HttpServer.create()
                    .bindAddress(() -> address)
                    .runOn(loops)
                    .maxKeepAliveRequests(1)
                    .doOnChannelInit((observer, channel, peer) -> entrance.enter(channel))
                    .handle(this::handle)
                    .bindNow();
        } catch (RuntimeException e) {
            entrance.close();
            loops.dispose();
            threads.dispose();
            throw new IOException("cannot listen on " + address, e);
        }
    }

    int port() {
        return ((InetSocketAddress) server.address()).getPort();
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return Mono.using(
                () -> bytes.open(caller(request)),
                share -> body(request, share)
                        .flatMap(body -> entrance.whileAtWork(
                                request,
                                Mono.fromCallable(() -> answer(request, body)).subscribeOn(threads)))
                        .onErrorResume(TooLongException.class, e -> Mono.just(tooLong()))
                        .onErrorResume(TooMuchUnderWayException.class, e -> Mono.just(later(e)))
                        .flatMap(answer -> send(answer, response)),
                ByteBudget.Share::close);
    }

    private ClientAddress caller(HttpServerRequest request) {
        InetSocketAddress peer = request.remoteAddress();
        return peer == null || peer.getAddress() == null
                ? ClientAddress.UNKNOWN
                : proxies.caller(peer.getAddress().getHostAddress(), request.requestHeaders()::getAll);
    }

    /** Of what has no use for a body none is read. */
    private static Mono<byte[]> body(HttpServerRequest request, ByteBudget<ClientAddress>.Share share) {
        if (!asksForASignature(request)) {
            return Mono.just(new byte[0]);
        }
        if (request.requestHeaders().getInt(HttpHeaderNames.CONTENT_LENGTH, 0) > AddCheckpoint.LONGEST) {
            return Mono.error(new TooLongException());
        }
        return request.receive()
                .asByteArray()
                .collect(ByteArrayOutputStream::new, (all, part) -> add(all, part, share))
                .map(ByteArrayOutputStream::toByteArray);
    }

    private static void add(ByteArrayOutputStream all, byte[] part, ByteBudget<ClientAddress>.Share share) {
        if (all.size() + part.length > AddCheckpoint.LONGEST) {
            throw new TooLongException();
        }
        share.take(part.length);
        all.writeBytes(part);
    }

    private static boolean asksForASignature(HttpServerRequest request) {
        return request.method().equals(HttpMethod.POST) && path(request).endsWith("/add-checkpoint");
    }

    /** Without a query. */
    private static String path(HttpServerRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static Mono<Void> send(Answer answer, HttpServerResponse response) {
        byte[] body = answer.body().getBytes(UTF_8);
        return response.status(answer.status())
                .keepAlive(false)
                .header(HttpHeaderNames.CONTENT_TYPE, answer.contentType())
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length))
                .header("X-Content-Type-Options", "nosniff")
                .sendByteArray(Mono.just(body))
                .then();
    }

    private Answer answer(HttpServerRequest request, byte[] body) {
        String path = path(request);
        if (path.endsWith("/add-checkpoint")) {
            return asksForASignature(request) ? cosigned(body) : new Answer(405, TEXT, "Only POST is possible here.\n");
        }
        boolean get = request.method().equals(HttpMethod.GET);
        if (path.endsWith("/verifier-key")) {
            return get ? new Answer(200, TEXT, witness.verifierKey() + "\n") : onlyGet();
        }
        Matcher checkpoint = CHECKPOINT.matcher(path);
        if (checkpoint.matches()) {
            return get ? latest(checkpoint.group(1)) : onlyGet();
        }
        return new Answer(
                404, TEXT, "There are add-checkpoint, verifier-key and <SHA-256 of a log's origin>/checkpoint.\n");
    }

    private static Answer onlyGet() {
        return new Answer(405, TEXT, "Only GET is possible here.\n");
    }

    private static Answer tooLong() {
        return new Answer(413, TEXT, "The request is longer than 65,536 bytes.\n");
    }

    private static Answer later(TooMuchUnderWayException tooMuch) {
        return new Answer(tooMuch.isOfSender() ? 429 : 503, TEXT, tooMuch.getMessage() + "\n");
    }

    private Answer latest(String log) {
        try {
            return witness.latest(log);
        } catch (IOException e) {
            return failed("A checkpoint could not be read", e, "The witness cannot read checkpoints at the moment.\n");
        }
    }

    private Answer cosigned(byte[] body) {
        try {
            return witness.answer(body);
        } catch (IOException e) {
            return failed(
                    "A checkpoint could not be kept, so it was not signed",
                    e,
                    "The witness cannot keep checkpoints at the moment.\n");
        }
    }

    private Answer failed(String what, IOException cause, String said) {
        if (lines.allows()) {
            LOG.error("{} ({} more such lines were left out)", what, lines.keptBack(), cause);
        }
        return new Answer(500, TEXT, said);
    }

    /** Answers nobody any more. */
    @Override
    public void close() {
        entrance.close();
        server.disposeNow(STOP_WITHIN);
        loops.disposeLater(Duration.ZERO, STOP_WITHIN).block(STOP_WITHIN.multipliedBy(2));
        threads.dispose();
    }

    /** More than any checkpoint needs. */
    private static final class TooLongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the request is too long", null, false, false);
        }
    }
}
