package com.hotpotspot.query.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A command side on a port of its own, which answers everything with what a test wants, and keeps what it was sent. */
public final class TestCommandSide implements AutoCloseable {

    private final HttpServer server;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    private volatile int status;
    private volatile String answer = "";
    private volatile boolean replays;

    public TestCommandSide() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on it records everything at this position. */
    public void records(long position, String members) {
        status = 201;
        replays = false;
        answer = "{\"success\":true,\"data\":{\"position\":" + position + members + "},\"error\":null}";
    }

    /** From now on all that it is asked for was so before, since this position. */
    public void hadRecorded(long position, String members) {
        records(position, members);
        replays = true;
    }

    /** From now on it refuses everything. */
    public void refuses(int withStatus, String code, String errors) {
        status = withStatus;
        replays = false;
        answer = "{\"status\":" + withStatus + ",\"code\":\"" + code + "\",\"detail\":\"Said in English.\",\"errors\":["
                + errors + "]}";
    }

    /** From now on it breaks off without an answer. */
    public void isSilent() {
        status = 0;
    }

    /** What it was sent, in that order. */
    public List<Sent> sent() {
        return sent;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            sent.add(new Sent(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Cookie"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (status != 0) {
                byte[] body = answer.getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                if (replays) {
                    exchange.getResponseHeaders().set("Idempotency-Replayed", "true");
                }
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request. */
    public record Sent(
            String line,
            @Nullable String authorization,
            @Nullable String key,
            @Nullable String cookie,
            String body) {}
}
