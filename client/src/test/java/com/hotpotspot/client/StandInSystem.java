package com.hotpotspot.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for the two servers, which are other processes: real HTTP on a real port, a ledger in memory, and on demand
 * the accidents that befall servers. Its doors open to those who carry a token of its own. It keeps the contract and
 * knows nothing of the code under test.
 */
public final class StandInSystem implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MINTED = 100;
    private static final String CLIENT = "administrator";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private @Nullable JsonNode founding;
    private final Map<String, ObjectNode> nodes = new LinkedHashMap<>();
    private final Map<String, JsonNode> sales = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final Map<String, String> refusals = new HashMap<>();
    private final Deque<Accident> accidents = new ArrayDeque<>();
    private final Deque<Accident> accidentsAtSignIn = new ArrayDeque<>();
    private final Set<String> goodTokens = new HashSet<>();
    private String secret = "a secret: of %s & nobody else's";
    private Duration tokenLifetime = Duration.ofMinutes(10);
    private CountDownLatch tokensMayGo = new CountDownLatch(0);
    private int issuedTokens;
    private boolean accepting = true;
    private @Nullable String forbidden;
    private int breakBatchAfter = -1;
    private int emptyViews;

    public StandInSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://localhost:" + port());
    }

    /** A file like the one that a first start leaves in its data directory. */
    public synchronized Path credentials(Path directory) {
        try {
            Path file = directory.resolve("admin.credentials");
            Files.writeString(
                    file,
                    JSON.createObjectNode()
                            .put("clientId", CLIENT)
                            .put("clientSecret", secret)
                            .toString());
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret is replaced, and those who have the former can sign in no more. */
    public synchronized void replacesTheSecret() {
        secret = "another secret";
    }

    /** Tokens that were issued so far are accepted no more, as after a key was replaced. */
    public synchronized void forgetsItsTokens() {
        goodTokens.clear();
    }

    /** No token is accepted any more, not even a new one, as by a server of another system. */
    public synchronized void acceptsNoToken() {
        accepting = false;
        goodTokens.clear();
    }

    /** Whoever asks for this is signed in and may not do it all the same. */
    public synchronized void forbids(String path) {
        forbidden = path;
    }

    /** One request for a token is answered with this status. */
    public synchronized void isBusyOnceAtSignIn(int status, String retryAfter) {
        accidentsAtSignIn.add(new Accident(status, retryAfter));
    }

    /** Tokens issued from now on are good for so long. */
    public synchronized void issuesTokensFor(Duration lifetime) {
        tokenLifetime = lifetime;
    }

    /** Requests for tokens are answered when the latch has opened. */
    public synchronized void holdsTokensBack(CountDownLatch until) {
        tokensMayGo = until;
    }

    /** One request, health and signing in apart, is answered 503. */
    public synchronized void isBusyOnce(String retryAfter) {
        accidents.add(new Accident(503, retryAfter));
    }

    /** As many requests go well before the next accident. */
    public synchronized void runsWellFor(int requests) {
        for (int i = 0; i < requests; i++) {
            accidents.add(Accident.NONE);
        }
    }

    public synchronized void recovers() {
        accidents.clear();
    }

    /** The connection of one request, health and signing in apart, breaks before anything happens. */
    public synchronized void breaksConnectionOnce() {
        accidents.add(new Accident(0, ""));
    }

    /** The next batch is recorded up to this line, and then the connection breaks. */
    public synchronized void breaksNextBatchAfter(int lines) {
        breakBatchAfter = lines;
    }

    /** Sales with this number are refused. */
    public synchronized void refuses(String saleNumber, String code) {
        refusals.put(saleNumber, code);
    }

    /** The next views of the nodes show nothing, as a query side does that has not caught up. */
    public synchronized void showsNothingFor(int views) {
        emptyViews = views;
    }

    public synchronized List<String> requests(String method, String path) {
        return requests.stream().filter((method + ' ' + path)::equals).toList();
    }

    public synchronized Map<String, JsonNode> sales() {
        return new LinkedHashMap<>(sales);
    }

    public synchronized long revenueTetri() {
        return sales.values().stream()
                .mapToLong(sale -> sale.path("totalTetri").asLong())
                .sum();
    }

    public synchronized @Nullable JsonNode founding() {
        return founding;
    }

    public synchronized List<String> nodesWith(String terminal) {
        return nodes.entrySet().stream()
                .filter(node -> terminals(node.getValue()).contains(terminal))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public synchronized void hasNode(String nodeId, boolean active, String... terminals) {
        founding = founding == null ? JSON.createObjectNode().put("founderId", "somebody") : founding;
        ObjectNode node = JSON.createObjectNode().put("nodeId", nodeId).put("active", active);
        List.of(terminals).forEach(node.putArray("terminals")::add);
        nodes.put(nodeId, node);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.equals("/api/v1/health")) {
                answer(exchange, 200, "application/json", "{\"success\":true}");
                return;
            }
            boolean signingIn = path.equals("/oauth2/token");
            synchronized (this) {
                requests.add(exchange.getRequestMethod() + ' ' + path);
            }
            if (signingIn) {
                await(tokensMayGo());
            }
            synchronized (this) {
                Accident accident = (signingIn ? accidentsAtSignIn : accidents).poll();
                if (accident == null || accident.equals(Accident.NONE)) {
                    admit(exchange, path, new String(body, UTF_8));
                } else if (accident.status() > 0) {
                    exchange.getResponseHeaders().set("Retry-After", accident.retryAfter());
                    problem(exchange, accident.status(), "not-ready", "still reading");
                }
            }
        }
    }

    private synchronized CountDownLatch tokensMayGo() {
        return tokensMayGo;
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IOException("nobody opened the latch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void admit(HttpExchange exchange, String path, String body) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (path.equals("/oauth2/token")) {
            signIn(exchange, authorization, body);
        } else if (authorization == null) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"hotpotspot\"");
            problem(exchange, 401, "unauthenticated", "Sign in first.");
        } else if (!goodTokens.contains(authorization)) {
            exchange.getResponseHeaders()
                    .set("WWW-Authenticate", "Bearer realm=\"hotpotspot\", error=\"invalid_token\"");
            problem(exchange, 401, "unauthenticated", "The token is not good.");
        } else if (path.equals(forbidden)) {
            problem(exchange, 403, "forbidden", "This takes one of the roles [NETWORK_OWNER].");
        } else {
            route(exchange, path, body);
        }
    }

    private void signIn(HttpExchange exchange, @Nullable String authorization, String body) throws IOException {
        String pair = URLEncoder.encode(CLIENT, UTF_8) + ':' + URLEncoder.encode(secret, UTF_8);
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
        boolean form = "application/x-www-form-urlencoded"
                .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (!form || !body.equals("grant_type=client_credentials")) {
            answer(exchange, 400, "application/json", "{\"error\":\"invalid_request\"}");
        } else if (!expected.equals(authorization)) {
            answer(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
        } else {
            String token = "token-" + ++issuedTokens;
            if (accepting) {
                goodTokens.add("Bearer " + token);
            }
            answer(
                    exchange,
                    200,
                    "application/json",
                    JSON.createObjectNode()
                            .put("access_token", token)
                            .put("token_type", "Bearer")
                            .put("expires_in", tokenLifetime.toSeconds())
                            .toString());
        }
    }

    private void route(HttpExchange exchange, String path, String body) throws IOException {
        switch (path) {
            case "/api/v1/network" -> found(exchange, JSON.readTree(body));
            case "/api/v1/nodes" -> {
                if (exchange.getRequestMethod().equals("GET")) {
                    showNodes(exchange);
                } else {
                    register(exchange, (ObjectNode) JSON.readTree(body));
                }
            }
            case "/api/v1/sales" -> sell(exchange, JSON.readTree(body));
            case "/api/v1/sales/batch" -> batch(exchange, body.lines().toList(), Duration.ofDays(7));
            case "/api/v1/imports/sales" -> batch(exchange, body.lines().toList(), Duration.ofDays(36_500));
            default -> authorise(exchange, path.split("/", -1)[4], JSON.readTree(body));
        }
    }

    private void found(HttpExchange exchange, JsonNode wanted) throws IOException {
        if (founding != null && !founding.equals(wanted)) {
            problem(exchange, 409, "network-already-founded", "The network was founded before.");
            return;
        }
        replayedIf(founding != null, exchange);
        founding = wanted;
        created(exchange, JSON.createObjectNode().put("genesisUnits", MINTED));
    }

    private void register(HttpExchange exchange, ObjectNode wanted) throws IOException {
        String id = wanted.path("nodeId").asString();
        replayedIf(nodes.containsKey(id), exchange);
        if (!nodes.containsKey(id)) {
            wanted.put("active", true).putArray("terminals");
            nodes.put(id, wanted);
        }
        created(exchange, JSON.createObjectNode().put("nodeId", id));
    }

    private void authorise(HttpExchange exchange, String nodeId, JsonNode wanted) throws IOException {
        ObjectNode node = nodes.get(nodeId);
        if (node == null) {
            problem(exchange, 404, "node-unknown", "There is no node " + nodeId);
            return;
        }
        String terminal = wanted.path("terminalId").asString();
        boolean known = terminals(node).contains(terminal);
        replayedIf(known, exchange);
        if (!known) {
            ((ArrayNode) node.path("terminals")).add(terminal);
        }
        created(exchange, JSON.createObjectNode().put("nodeId", nodeId));
    }

    private void showNodes(HttpExchange exchange) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode all = body.putObject("data").putArray("nodes");
        if (emptyViews > 0) {
            emptyViews--;
        } else {
            nodes.values().forEach(all::add);
        }
        answer(exchange, 200, "application/json", body.toString());
    }

    private void sell(HttpExchange exchange, JsonNode sale) throws IOException {
        ObjectNode outcome = record(sale, Duration.ofDays(7));
        if (outcome.path("status").asString().equals("refused")) {
            problem(
                    exchange,
                    422,
                    outcome.path("code").asString(),
                    outcome.path("error").asString());
        } else {
            replayedIf(outcome.path("status").asString().equals("replayed"), exchange);
            created(exchange, outcome);
        }
    }

    private void batch(HttpExchange exchange, List<String> lines, Duration oldest) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        int number = 0;
        for (String line : lines) {
            if (number == breakBatchAfter) {
                breakBatchAfter = -1;
                out.flush();
                throw new IOException("the connection breaks, as wanted");
            }
            ObjectNode outcome = record(JSON.readTree(line), oldest).put("line", ++number);
            out.write((outcome.toString() + '\n').getBytes(UTF_8));
        }
        out.close();
    }

    private ObjectNode record(JsonNode sale, Duration oldest) {
        String number = sale.path("saleNumber").asString();
        String nodeId = sale.path("nodeId").asString();
        String key = nodeId + ':' + number;
        ObjectNode node = nodes.get(nodeId);
        if (refusals.containsKey(number)) {
            return refused(refusals.get(number), "This one is not wanted.");
        }
        if (node == null || !terminals(node).contains(sale.path("terminalId").asString())) {
            return refused("terminal-not-authorised", "This terminal may not sell here.");
        }
        if (!sale.path("totalTetri").isIntegralNumber()
                || sumOf(sale) != sale.path("totalTetri").asLong()) {
            return refused("invalid-content", "The total does not add up.");
        }
        Instant soldAt = Instant.parse(sale.path("soldAt").asString());
        if (soldAt.isBefore(Instant.now().minus(oldest))) {
            return refused("sale-too-old", "The sale is too old for a till.");
        }
        if (sales.containsKey(key) && !sale.equals(sales.get(key))) {
            return refused("sale-number-taken", "Another sale has this number.");
        }
        boolean before = sales.put(key, sale) != null;
        return JSON.createObjectNode()
                .put("status", before ? "replayed" : "accepted")
                .put("saleId", key)
                .put("mintedUnits", MINTED);
    }

    private static long sumOf(JsonNode sale) {
        long sum = 0;
        for (JsonNode item : sale.path("items")) {
            sum += item.path("quantity").asLong() * item.path("unitPriceTetri").asLong();
        }
        return sum;
    }

    private static Set<String> terminals(JsonNode node) {
        Set<String> terminals = new TreeSet<>();
        node.path("terminals").forEach(terminal -> terminals.add(terminal.asString()));
        return terminals;
    }

    private static ObjectNode refused(String code, String reason) {
        return JSON.createObjectNode()
                .put("status", "refused")
                .put("code", code)
                .put("error", reason);
    }

    private static void replayedIf(boolean replayed, HttpExchange exchange) {
        if (replayed) {
            exchange.getResponseHeaders().set("Idempotency-Replayed", "true");
        }
    }

    private static void created(HttpExchange exchange, ObjectNode data) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("success", true);
        body.set("data", data);
        answer(exchange, 201, "application/json", body.toString());
    }

    private static void problem(HttpExchange exchange, int status, String code, String detail) throws IOException {
        ObjectNode body =
                JSON.createObjectNode().put("status", status).put("code", code).put("detail", detail);
        answer(exchange, status, "application/problem+json", body.toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** @param status 0 for a broken connection */
    private record Accident(int status, String retryAfter) {

        static final Accident NONE = new Accident(200, "");
    }
}
