package com.hotpotspot.standalone.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.verifier.witness.AddCheckpoint;
import com.hotpotspot.verifier.witness.Answer;
import com.hotpotspot.verifier.witness.Witness;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The witness's two doors: {@code POST …/add-checkpoint} (c2sp.org/tlog-witness), and {@code GET …/verifier-key}. Both
 * are open to everybody: whoever asks for a signature has to bring the log's.
 */
final class WitnessServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int STOP_WITHIN_SECONDS = 2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Witness witness;

    /** @throws IOException if the address cannot be listened on */
    WitnessServer(InetSocketAddress address, Witness witness) throws IOException {
        this.witness = witness;
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
        return new Answer(404, TEXT, "There are add-checkpoint and verifier-key.\n");
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
