package com.hotpotspot.benchmarks;

import com.hotpotspot.command.CommandSideApplication;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Channel;
import com.hotpotspot.command.dispatch.Commands;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The real command side on a benchmark's database, with a network ready to sell. */
final class RunningCommandSide implements AutoCloseable {

    static final Caller CALLER = new Caller(Channel.TILL, "benchmark", Optional.empty());

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    /** @param extra configuration that takes the place of the system's own */
    RunningCommandSide(String url, Class<?>... extra) throws IOException, InterruptedException {
        SpringApplicationBuilder application = CommandSideApplication.application();
        if (extra.length > 0) {
            application.sources(extra);
        }
        context = application.run("--server.port=0", "--spring.datasource.url=" + url, "--logging.level.root=warn");
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
    }
}
