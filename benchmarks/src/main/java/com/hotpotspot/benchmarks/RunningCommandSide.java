package com.hotpotspot.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.access.Grant;
import com.hotpotspot.command.CommandSideApplication;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Sender;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Passphrase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real command side on a benchmark's database, with a network ready to sell. */
final class RunningCommandSide implements AutoCloseable {

    static final Caller CALLER = new Caller(
            new Sender.Holder(new AccountId("benchmark"), Grant.unbounded(Role.NETWORK_OWNER)),
            Channel.TILL,
            "benchmark",
            Optional.empty());

    private final Path secrets;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String authorization;

    RunningCommandSide(String url) throws IOException, InterruptedException {
        this(url, Files.createTempDirectory("secrets"), CommandSideApplication.application());
    }

    /**
     * The same with configuration that takes the place of the system's own, and connections enough for any engine.
     * Accounts and nodes are read from our log, whatever an engine appends to, so that the system's own goes first.
     */
    static RunningCommandSide with(Class<?> configuration, String url) throws IOException, InterruptedException {
        Path secrets = Files.createTempDirectory("secrets");
        new RunningCommandSide(url, secrets, CommandSideApplication.application()).stop();
        SpringApplicationBuilder application = CommandSideApplication.application();
        application.sources(configuration);
        return new RunningCommandSide(
                url,
                secrets,
                application,
                "--spring.datasource.hikari.maximum-pool-size=64",
                "--spring.datasource.hikari.connection-timeout=120000");
    }

    private RunningCommandSide(String url, Path secrets, SpringApplicationBuilder application, String... more)
            throws IOException, InterruptedException {
        this.secrets = secrets;
        Path keystore = secrets.resolve("keystore");
        Path passphraseFile = secrets.resolve("keystore.passphrase");
        if (Files.notExists(keystore)) {
            try (Passphrase passphrase = Passphrase.generate()) {
                passphrase.writeTo(passphraseFile);
                Keystore.create(keystore, passphrase).close();
            }
        }
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + url,
                "--hotpotspot.keystore.file=" + keystore,
                "--hotpotspot.keystore.passphrase-file=" + passphraseFile,
                "--hotpotspot.access.admin-credentials-file=" + secrets.resolve("admin.credentials"),
                "--hotpotspot.issuer.token-lifetime=1d",
                "--logging.level.root=warn"));
        arguments.addAll(List.of(more));
        context = application.run(arguments.toArray(String[]::new));
        base = URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
        authorization = "Bearer " + token();
        post("/api/v1/network", "{\"founderId\":\"founder\"}");
        for (int i = 0; i < Sales.NODES.size(); i++) {
            String node = Sales.NODES.get(i).value();
            post(
                    "/api/v1/nodes",
                    String.format(
                            Locale.ROOT,
                            "{\"nodeId\":\"%s\",\"type\":\"%s\",\"city\":\"Tbilisi\",\"ownerId\":\"owner-%d\"}",
                            node,
                            i % 2 == 0 ? "OWNER" : "FRANCHISE",
                            i));
            post("/api/v1/nodes/" + node + "/terminals", "{\"terminalId\":\"TILL-1\"}");
        }
    }

    /** Whether what was recorded here has gone into this table. */
    boolean wroteTo(String table) {
        return JdbcClient.create(context.getBean(DataSource.class))
                .sql("select exists (select from " + table + ")")
                .query(Boolean.class)
                .single();
    }

    Commands commands() {
        return context.getBean(Commands.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI address(String path) {
        return base.resolve(path);
    }

    /** A request as the administrator, who may do all that a benchmark does. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).header("Authorization", authorization);
    }

    /** The header that says so. */
    String authorization() {
        return authorization;
    }

    private String token() throws IOException, InterruptedException {
        JsonNode known = JsonMapper.shared()
                .readTree(secrets.resolve("admin.credentials").toFile());
        String pair = known.get("clientId").asString()
                + ':'
                + known.get("clientSecret").asString();
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(address("/oauth2/token"))
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(String.format(
                    Locale.ROOT, "signing in was answered %d: %s", response.statusCode(), response.body()));
        }
        return JsonMapper.shared().readTree(response.body()).get("access_token").asString();
    }

    private void post(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException(
                    String.format(Locale.ROOT, "%s answered %d: %s", path, response.statusCode(), response.body()));
        }
    }

    @Override
    public void close() {
        stop();
        FileSystemUtils.deleteRecursively(secrets.toFile());
    }

    private void stop() {
        http.close();
        context.close();
    }
}
