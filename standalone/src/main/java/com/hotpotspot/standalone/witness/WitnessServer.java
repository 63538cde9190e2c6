package com.hotpotspot.standalone.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.verifier.witness.AddCheckpoint;
import com.hotpotspot.verifier.witness.Answer;
import com.hotpotspot.verifier.witness.Witness;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The witness's doors: {@code POST …/add-checkpoint} and {@code GET …/<SHA-256 of a log's origin>/checkpoint}
 * (c2sp.org/tlog-witness), and {@code GET …/verifier-key}. All are open to everybody: whoever asks for a signature has
 * to bring the log's, and what was signed was meant to be seen.
 */
final class WitnessServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);

    private static final Pattern CHECKPOINT = Pattern.compile("(?:/.*)?/([0-9a-f]{64})/checkpoint");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int STOP_WITHIN_SECONDS = 2;

    /** What the platform's server reads once, when the first one is made: seconds, and connections. */
    private static final Map<String, Integer> BOUNDS = Map.of(
            "sun.net.httpserver.maxReqTime", 20,
            "sun.net.httpserver.maxRspTime", 20,
            "sun.net.httpserver.idleInterval", 20,
            "jdk.httpserver.maxConnections", 500);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Witness witness;

    /** @throws IOException if the address cannot be listened on */
    WitnessServer(InetSocketAddress address, Witness witness) throws IOException {
        this.witness = witness;
        // Strangers come here, and one who sends a byte a minute must not hold a place for ever.
        BOUNDS.forEach((name, bound) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, bound.toString());
            }
        });
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/add-checkpoint")) {
            return exchange.getRequestMethod().equals("POST")
                    ? cosigned(exchange)
                    : new Answer(405, TEXT, "Only POST is possible here.\n");
        }
        if (path.endsWith("/verifier-key")) {
            return exchange.getRequestMethod().equals("GET")
                    ? new Answer(200, TEXT, witness.verifierKey() + "\n")
                    : new Answer(405, TEXT, "Only GET is possible here.\n");
        }
        Matcher checkpoint = CHECKPOINT.matcher(path);
        if (checkpoint.matches()) {
            return exchange.getRequestMethod().equals("GET")
                    ? latest(checkpoint.group(1))
                    : new Answer(405, TEXT, "Only GET is possible here.\n");
        }
        return new Answer(
                404, TEXT, "There are add-checkpoint, verifier-key and <SHA-256 of a log's origin>/checkpoint.\n");
    }

    private Answer latest(String log) {
        try {
            return witness.latest(log);
        } catch (IOException e) {
            LOG.error("A checkpoint could not be read", e);
            return new Answer(500, TEXT, "The witness cannot read checkpoints at the moment.\n");
        }
    }

    private Answer cosigned(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.LONGEST + 1);
        if (body.length > AddCheckpoint.LONGEST) {
            return new Answer(413, TEXT, "The request is longer than 1,000,000 bytes.\n");
        }
        try {
            return witness.answer(body);
        } catch (IOException e) {
            LOG.error("A checkpoint could not be kept, so it was not signed", e);
            return new Answer(500, TEXT, "The witness cannot keep checkpoints at the moment.\n");
        }
    }

    /** Answers who is there already, and nobody else. */
    @Override
    public void close() {
        server.stop(STOP_WITHIN_SECONDS);
        threads.close();
    }
}
