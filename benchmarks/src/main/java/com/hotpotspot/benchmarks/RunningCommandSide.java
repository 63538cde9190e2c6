package com.hotpotspot.benchmarks;

import com.hotpotspot.command.CommandSideApplication;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Channel;
import com.hotpotspot.command.dispatch.Commands;
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
import java.util.List;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The real command side on a benchmark's database, with a network ready to sell. */
final class RunningCommandSide implements AutoCloseable {

    static final Caller CALLER = new Caller(Channel.TILL, "benchmark", Optional.empty());

    private final Path keystore;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    RunningCommandSide(String url) throws IOException, InterruptedException {
        this(url, CommandSideApplication.application());
    }

    /** The same with configuration that takes the place of the system's own, and connections enough for any engine. */
    static RunningCommandSide with(Class<?> configuration, String url) throws IOException, InterruptedException {
        SpringApplicationBuilder application = CommandSideApplication.application();
        application.sources(configuration);
        return new RunningCommandSide(
                url,
                application,
                "--spring.datasource.hikari.maximum-pool-size=64",
                "--spring.datasource.hikari.connection-timeout=120000");
    }

    private RunningCommandSide(String url, SpringApplicationBuilder application, String... more)
            throws IOException, InterruptedException {
        keystore = Files.createTempDirectory("keystore");
        Path passphraseFile = keystore.resolve("keystore.passphrase");
        try (Passphrase passphrase = Passphrase.generate()) {
            passphrase.writeTo(passphraseFile);
            Keystore.create(keystore.resolve("keystore"), passphrase).close();
        }
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + url,
                "--hotpotspot.keystore.file=" + keystore.resolve("keystore"),
                "--hotpotspot.keystore.passphrase-file=" + passphraseFile,
                "--logging.level.root=warn"));
        arguments.addAll(List.of(more));
        context = application.run(arguments.toArray(String[]::new));
        base = URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
        post("/api/v1/network", "{\"founderId\":\"founder\"}");
        for (int i = 0; i < Sales.NODES.size(); i++) {
            String node = Sales.NODES.get(i).value();
            post(
                    "/api/v1/nodes",
                    "{\"nodeId\":\"%s\",\"type\":\"%s\",\"city\":\"Tbilisi\",\"ownerId\":\"owner-%d\"}"
                            .formatted(node, i % 2 == 0 ? "OWNER" : "FRANCHISE", i));
            post("/api/v1/nodes/" + node + "/terminals", "{\"terminalId\":\"TILL-1\"}");
        }
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

    private void post(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("%s answered %d: %s".formatted(path, response.statusCode(), response.body()));
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
        FileSystemUtils.deleteRecursively(keystore.toFile());
    }
}
