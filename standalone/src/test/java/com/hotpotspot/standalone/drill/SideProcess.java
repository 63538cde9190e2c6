package com.hotpotspot.standalone.drill;

import static org.awaitility.Awaitility.await;

import com.hotpotspot.standalone.database.DatabaseRole;
import com.hotpotspot.standalone.serve.FreePort;
import com.hotpotspot.standalone.serve.PreparedSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One side in a process of its own. */
final class SideProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final URI address;
    private final Path console;

    private SideProcess(Process process, URI address, Path console) {
        this.process = process;
        this.address = address;
        this.console = console;
    }

    /** @param administrator where it is to leave what its first administrator signs in with */
    static SideProcess command(DrilledDatabase database, FragileWire wire, Path administrator, Path console)
            throws IOException {
        URI address = anyAddress();
        return start(
                "com.hotpotspot.command.CommandSideApplication",
                DatabaseRole.COMMAND,
                database,
                wire,
                address,
                console,
                "--hotpotspot.access.issuer=" + address,
                "--hotpotspot.access.admin-credentials-file=" + administrator);
    }

    static SideProcess query(DrilledDatabase database, FragileWire wire, URI issuer, Path console) throws IOException {
        return start(
                "com.hotpotspot.query.QuerySideApplication",
                DatabaseRole.QUERY,
                database,
                wire,
                anyAddress(),
                console,
                "--hotpotspot.access.issuer=" + issuer);
    }

    private static URI anyAddress() {
        return URI.create("http://localhost:" + FreePort.any());
    }

    private static SideProcess start(
            String application,
            DatabaseRole role,
            DrilledDatabase database,
            FragileWire wire,
            URI address,
            Path console,
            String... options)
            throws IOException {
        List<String> given = new ArrayList<>(List.of("--server.port=" + address.getPort()));
        given.addAll(List.of(options));
        ProcessBuilder builder = PreparedSystem.side(application, console, given.toArray(String[]::new));
        builder.environment()
                .put(
                        "SPRING_DATASOURCE_URL",
                        String.format(
                                Locale.ROOT,
                                "jdbc:postgresql://127.0.0.1:%d/hotpotspot?reWriteBatchedInserts=true",
                                wire.port()));
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password(role));
        builder.environment().put("HOTPOTSPOT_MIGRATION_PASSWORD", database.password(DatabaseRole.OWNER));
        Path keystore = database.keystore();
        builder.environment().put("HOTPOTSPOT_KEYSTORE_FILE", keystore.toString());
        builder.environment().put("HOTPOTSPOT_KEYSTORE_PASSPHRASE", DrilledDatabase.KEYSTORE_PASSPHRASE);
        return new SideProcess(builder.start(), address, console);
    }

    URI address() {
        return address;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    SideProcess awaitReady() throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest health =
                    HttpRequest.newBuilder(address.resolve("/api/v1/health")).build();
            await().atMost(LIMIT).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
                return !isAlive()
                        || http.send(health, BodyHandlers.discarding()).statusCode() == 200;
            });
        }
        if (!isAlive()) {
            throw new AssertionError("a side did not start: " + Files.readString(console));
        }
        return this;
    }

    List<String> consoleLines() throws IOException {
        return Files.readAllLines(console);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
