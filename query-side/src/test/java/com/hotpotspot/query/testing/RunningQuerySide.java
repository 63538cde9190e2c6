package com.hotpotspot.query.testing;

import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.QuerySideApplication;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole query side on a random port, over a test database. */
public final class RunningQuerySide implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final TestIssuer issuer;
    private final String authorization;
    /** What ends together with it. */
    private final Runnable ground;

    private RunningQuerySide(ConfigurableApplicationContext context, TestIssuer issuer, Runnable ground) {
        this.context = context;
        this.issuer = issuer;
        this.ground = ground;
        this.authorization = "Bearer " + issuer.token("admin", "ADMIN");
    }

    /** @param properties {@code key=value}; they win over what is set here */
    public static RunningQuerySide on(TestDatabase database, String... properties) {
        return with(List.of(), database, properties);
    }

    /** Over a database of its own that ends with it, where nothing has happened. */
    public static RunningQuerySide onAnEmptyLog() {
        TestDatabase database = TestDatabase.with(SchemaModule.LOG);
        RunningQuerySide side = on(database);
        return new RunningQuerySide(side.context, side.issuer, database::close);
    }

    /** The same with further beans. */
    public static RunningQuerySide with(List<Class<?>> beans, TestDatabase database, String... properties) {
        TestIssuer issuer = new TestIssuer();
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "spring.datasource.url", database.url(),
                "server.port", "0",
                "hotpotspot.access.issuer", issuer.address(),
                "hotpotspot.projections.idle", "100ms",
                // Needs the keystore, and tests of other things count events.
                "hotpotspot.audit.seal", "false",
                // Beside the keystore it would be one for all tests, which share that.
                "hotpotspot.audit.high-water-mark", highWaterMark().toString(),
                // Two seconds at each stop, for requests that nobody makes any more.
                "spring.reactor.netty.shutdown-quiet-period", "0s",
                "logging.level.root", "warn"));
        for (String property : properties) {
            all.put(property.split("=", 2)[0], property.split("=", 2)[1]);
        }
        String[] arguments = all.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
        try {
            return new RunningQuerySide(
                    QuerySideApplication.application()
                            .sources(beans.toArray(Class<?>[]::new))
                            .run(arguments),
                    issuer,
                    () -> {});
        } catch (RuntimeException e) {
            issuer.close();
            throw e;
        }
    }

    private static Path highWaterMark() {
        try {
            Path directory = Files.createTempDirectory("mark");
            directory.toFile().deleteOnExit();
            Path mark = directory.resolve("audit.high-water-mark");
            mark.toFile().deleteOnExit();
            return mark;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same on a port that is known beforehand, as it must be where people sign in on pages. */
    public static RunningQuerySide withPages(TestDatabase database, String... properties) {
        return on(
                database,
                Stream.concat(Stream.of("server.port=" + freePort()), Stream.of(properties))
                        .toArray(String[]::new));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public WebServer webServer() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
    }

    public int port() {
        return webServer().getPort();
    }

    public String url(String path) {
        return "http://localhost:" + port() + path;
    }

    /** Whose tokens are taken here. */
    public TestIssuer issuer() {
        return issuer;
    }

    /** What a request sends along that may see everything. */
    public String authorization() {
        return authorization;
    }

    /** Somebody who may see everything. */
    public WebTestClient client() {
        return nobody().mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, authorization())
                .build();
    }

    /** @param roleClaims each {@code ROLE} or {@code ROLE:id} */
    public WebTestClient clientAs(String... roleClaims) {
        return nobody().mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + issuer.token("somebody", roleClaims))
                .build();
    }

    /** What somebody is answered with, who does not wait for all of it. */
    public int status(String path, String... roleClaims) {
        return statusWith("Bearer " + issuer.token("somebody", roleClaims), path);
    }

    /** The same for somebody who does not say who they are. */
    public int statusForNobody(String path) {
        return status(HttpRequest.newBuilder(URI.create(url(path))));
    }

    /** The same with an authorization of any kind. */
    public int statusWith(String authorization, String path) {
        return status(HttpRequest.newBuilder(URI.create(url(path))).header(HttpHeaders.AUTHORIZATION, authorization));
    }

    private static int status(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = http.send(
                    request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who may see everything reads a stream. */
    public Lines lines(String path, String... headers) throws IOException, InterruptedException {
        return new Lines(
                url(path),
                Stream.concat(Stream.of(HttpHeaders.AUTHORIZATION, authorization()), Stream.of(headers))
                        .toArray(String[]::new));
    }

    /** Somebody who does not say who they are. */
    public WebTestClient nobody() {
        return WebTestClient.bindToServer()
                .baseUrl(url(""))
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 * 1024 * 1024))
                .build();
    }

    /** Waits until every projection has taken in the log up to a position. */
    public RunningQuerySide caughtUpTo(long position) {
        Versions versions = bean(Versions.class);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> bean(Projections.class).states().stream()
                        .allMatch(state -> versions.position(state.name()) >= position));
        return this;
    }

    @Override
    public void close() {
        context.close();
        issuer.close();
        ground.run();
    }
}
