package com.hotpotspot.standalone.serve;

import static org.awaitility.Awaitility.await;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.Credentials;
import com.hotpotspot.client.Patience;
import com.hotpotspot.standalone.PackagedJar;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The jar as a process of its own, as an operator runs it. */
public final class SystemProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** One for all, since each has threads of its own; it goes on to the next system at the same address. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final Path console;
    private final Path data;
    private final int commandPort;
    private final int queryPort;
    private @Nullable BearerTokens tokens;

    private SystemProcess(Process process, Path console, Path data, int commandPort, int queryPort) {
        this.process = process;
        this.console = console;
        this.data = data;
        this.commandPort = commandPort;
        this.queryPort = queryPort;
    }

    /** Starts {@code serve} without demo data, and does not wait; on a new directory as after a first start. */
    public static SystemProcess serve(Path data) throws IOException {
        return serve(data, FreePort.any(), FreePort.any());
    }

    /** As {@link #serve(Path)}. */
    public static SystemProcess serve(Path data, int commandPort, int queryPort) throws IOException {
        return serve(data, commandPort, queryPort, PackagedJar.SHORT_LIVED);
    }

    /** As {@link #serve(Path)}, on a machine that is set up by {@code java}. */
    public static SystemProcess serve(Path data, List<String> java) throws IOException {
        return serve(data, FreePort.any(), FreePort.any(), java);
    }

    private static SystemProcess serve(Path data, int commandPort, int queryPort, List<String> java)
            throws IOException {
        if (!Files.exists(data)) {
            PreparedSystem.lendTo(data);
        }
        return start(PreparedSystem.process(java, serving(data, commandPort, queryPort)), data, commandPort, queryPort);
    }

    /** Starts a subcommand that serves nobody, and does not wait. */
    static SystemProcess start(Path data, String... arguments) throws IOException {
        return start(PreparedSystem.process(PackagedJar.SHORT_LIVED, arguments), data, 0, 0);
    }

    static String[] serving(Path data, int commandPort, int queryPort) {
        return new String[] {
            "serve", "--empty", "--data", "" + data, "--command-port", "" + commandPort, "--query-port", "" + queryPort
        };
    }

    /** Starts what serves on {@code data} at two ports, and does not wait. */
    static SystemProcess start(ProcessBuilder process, Path data, int commandPort, int queryPort) throws IOException {
        Path console = Files.createTempFile("console", ".txt");
        process.redirectErrorStream(true).redirectOutput(console.toFile());
        return new SystemProcess(process.start(), console, data, commandPort, queryPort);
    }

    public SystemProcess awaitReady() {
        await().atMost(LIMIT).until(() -> console().contains("Ready.") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the system did not start: " + console());
        }
        return this;
    }

    /** Waits for the process to end by itself. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the system runs on: " + console());
        }
        return process.exitValue();
    }

    /** Asks the process to end, as kill does, and waits. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    /** Ends the process without a chance to do anything about it, as kill -9 does. */
    public void killAtOnce() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    public String console() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public URI commandSide() {
        return URI.create("http://localhost:" + commandPort);
    }

    public URI querySide() {
        return URI.create("http://localhost:" + queryPort);
    }

    int commandPort() {
        return commandPort;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long processId() {
        return process.pid();
    }

    /** The database servers that run on this system's files. */
    public List<Long> databaseServers() {
        String cluster = data.resolve("postgres").toString();
        return ProcessHandle.allProcesses()
                .filter(it -> it.info()
                        .arguments()
                        .filter(arguments -> Stream.of(arguments).anyMatch(cluster::equals))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Signs the administrator in; they go on being good when another process takes this one's place. */
    public synchronized BearerTokens tokens() {
        BearerTokens known = tokens;
        if (known == null) {
            known = new BearerTokens(
                    commandSide(), Credentials.readFrom(administrator()), Patience.of(Duration.ofMinutes(5)));
            tokens = known;
        }
        return known;
    }

    /** Where the first start leaves what the administrator signs in with. */
    Path administrator() {
        return data.resolve("admin.credentials");
    }

    public HttpResponse<String> postToCommandSide(String path, String body) throws IOException, InterruptedException {
        return postToCommandSide(path, "application/json", body);
    }

    public HttpResponse<String> postToCommandSide(String path, String contentType, String body)
            throws IOException, InterruptedException {
        return send(signedIn(commandSide().resolve(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> getFromQuerySide(String path) throws IOException, InterruptedException {
        return send(signedIn(querySide().resolve(path)));
    }

    /** As somebody who has not signed in. */
    static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpRequest.Builder signedIn(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", tokens().current().authorization());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    }

    /** Leaves nothing behind, whatever the test came to. */
    @Override
    public synchronized void close() {
        if (tokens != null) {
            tokens.close();
        }
        process.destroyForcibly();
        databaseServers().forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
    }
}
