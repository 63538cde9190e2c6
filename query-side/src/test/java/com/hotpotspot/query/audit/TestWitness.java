package com.hotpotspot.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.witness.ChosenWitness;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.tlog.witness.Answer;
import com.hotpotspot.tlog.witness.Witness;
import com.hotpotspot.tlog.witness.WitnessStore;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A witness that listens on a port of its own, and remembers as long as it runs. */
final class TestWitness implements AutoCloseable {

    private final HttpServer server;
    private final VerifierKey key;

    private TestWitness(NoteSigner signer, Door door) {
        this.key = signer.verifierKey();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/w/", exchange -> answer(exchange, door));
        server.start();
    }

    /** One that knows a log. */
    static TestWitness of(VerifierKey log, int number) {
        NoteSigner signer = signer("witness.example/w" + number, number);
        Witness witness = new Witness(List.of(log), signer, new Memory());
        return new TestWitness(signer, (path, body) -> {
            if (path.endsWith("/add-checkpoint")) {
                return witness.answer(body);
            }
            String name = path.substring("/w/".length(), path.length() - "/checkpoint".length());
            return witness.latest(name);
        });
    }

    /** One that always answers the same to whoever wants a signature, and shows nothing. */
    static TestWitness answering(String body) {
        return answering(200, body);
    }

    /** The same with another status. */
    static TestWitness answering(int status, String body) {
        String type = "text/plain; charset=utf-8";
        return new TestWitness(
                signer("witness.example/liar", 99),
                (path, request) -> path.endsWith("/add-checkpoint")
                        ? new Answer(status, type, body)
                        : new Answer(404, type, "Nothing.\n"));
    }

    /** One that shows a checkpoint to whoever asks, as a peer does too, and signs nothing. */
    static TestWitness showing(SignedCheckpoint checkpoint) {
        String type = "text/plain; charset=utf-8";
        return new TestWitness(
                signer("witness.example/mirror", 98),
                (path, request) -> path.endsWith("/checkpoint")
                        ? new Answer(200, type, new String(checkpoint.bytes(), UTF_8))
                        : new Answer(403, type, "Nothing.\n"));
    }

    /** As the settings name it; without a node it is one from outside. */
    ChosenWitness of(@Nullable String node) {
        return new ChosenWitness(
                key,
                URI.create(String.format(
                        Locale.ROOT,
                        "http://localhost:%d/w",
                        server.getAddress().getPort())),
                node == null ? null : new NodeId(node));
    }

    private static NoteSigner signer(String name, int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return NoteSigner.ofWitness(new KeyName(name), seed, InstantSource.system());
    }

    private static void answer(HttpExchange exchange, Door door) throws IOException {
        try (exchange) {
            Answer answer = door.answer(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    @FunctionalInterface
    private interface Door {
        Answer answer(String path, byte[] body) throws IOException;
    }

    private static final class Memory implements WitnessStore {

        private final Map<String, SignedCheckpoint> latest = new ConcurrentHashMap<>();

        @Override
        public Optional<SignedCheckpoint> latest(String origin) {
            return Optional.ofNullable(latest.get(origin));
        }

        @Override
        public void keep(SignedCheckpoint checkpoint) {
            latest.put(checkpoint.checkpoint().origin(), checkpoint);
        }
    }
}
