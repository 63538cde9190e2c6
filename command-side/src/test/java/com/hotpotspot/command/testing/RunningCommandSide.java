package com.hotpotspot.command.testing;

import com.hotpotspot.command.CommandSideApplication;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.testing.TestDatabase;
import com.hotpotspot.testing.TestKeystore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole command side on a database of its own, spoken to as tills do: over HTTP. */
public final class RunningCommandSide implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestDatabase database = TestDatabase.with();
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    /** @param arguments further properties, as on the command line */
    public RunningCommandSide(String... arguments) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.port", "0");
        properties.put("spring.datasource.url", database.url());
        properties.put("hotpotspot.keystore.file", TestKeystore.shared().file().toString());
        properties.put(
                "hotpotspot.keystore.passphrase-file",
                TestKeystore.shared().passphraseFile().toString());
        // The same option twice would be a list of two values.
        properties.keySet().removeIf(name -> Stream.of(arguments).anyMatch(it -> it.startsWith("--" + name + '=')));
        Stream<String> own = properties.entrySet().stream().map(it -> "--" + it.getKey() + '=' + it.getValue());
        context = CommandSideApplication.application()
                .run(Stream.concat(own, Stream.of(arguments)).toArray(String[]::new));
        base = URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public ApplicationContext context() {
        return context;
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    public TestDatabase database() {
        return database;
    }

    public Reply post(String path, String json) {
        return post(path, "application/json", json);
    }

    public Reply post(String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Reply get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    public Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response);
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request, e);
        }
    }

    public URI address(String path) {
        return base.resolve(path);
    }

    @Override
    public void close() {
        http.close();
        context.close();
        database.close();
    }

    /** What came back. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public JsonNode data() {
            return json().get("data");
        }

        public String code() {
            return json().get("code").asString();
        }
    }
}
