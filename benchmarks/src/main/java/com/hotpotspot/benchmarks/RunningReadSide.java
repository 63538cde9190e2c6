package com.hotpotspot.benchmarks;

import com.hotpotspot.query.QuerySideApplication;
import com.hotpotspot.query.projection.ProjectionState;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.Rebuilds;
import com.hotpotspot.query.projection.Versions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real query side on a benchmark's database, for whoever the command side's tokens let in. */
final class RunningReadSide implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final Path directory;
    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String authorization;

    /** @param fillSize how many events of a version that is being filled go together */
    RunningReadSide(String url, RunningCommandSide commandSide, int fillSize) throws IOException {
        directory = Files.createTempDirectory("read-side");
        authorization = commandSide.authorization();
        context = QuerySideApplication.application()
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=hps_query",
                        "--server.port=0",
                        "--hotpotspot.access.jwks-uri=" + commandSide.address("/oauth2/jwks"),
                        "--hotpotspot.audit.seal=false",
                        "--hotpotspot.audit.high-water-mark=" + directory.resolve("mark"),
                        "--hotpotspot.projections.fill-size=" + fillSize,
                        "--logging.level.root=warn");
        base = URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Waits until all that answers has come to a position. */
    void awaitReached(long position) throws InterruptedException {
        Versions versions = context.getBean(Versions.class);
        await(() -> projections().stream().allMatch(state -> versions.position(state.name()) >= position));
    }

    /** Begins to fill all projections anew. */
    void beginRebuild() {
        Rebuilds rebuilds = context.getBean(Rebuilds.class);
        projections().forEach(state -> rebuilds.begin(state.name()));
    }

    /** Waits until all that is being filled has come to where the log was. */
    void awaitFilled() throws InterruptedException {
        Rebuilds rebuilds = context.getBean(Rebuilds.class);
        await(() -> projections().stream()
                .allMatch(state -> rebuilds.versions(state.name()).getLast().filledAt() != null));
    }

    /** Waits until all projections answer from their versions of this number. */
    void awaitSwitched(int number) throws InterruptedException {
        await(() -> haveSwitched(number));
    }

    boolean haveSwitched(int number) {
        Versions versions = context.getBean(Versions.class);
        return projections().stream().allMatch(state -> versions.number(state.name()) == number);
    }

    private List<ProjectionState> projections() {
        return context.getBean(Projections.class).states();
    }

    /** The figures of the network, as programs read them. */
    JsonNode statistics(String query) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(get("/api/v1/network/stats" + query, "application/json"))
                .get("data");
    }

    /** A page as a browser gets it. */
    String page(String path) throws IOException, InterruptedException {
        return get(path, "text/html");
    }

    private String get(String path, String type) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Authorization", authorization)
                        .header("Accept", type)
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " was answered " + response.statusCode());
        }
        return response.body();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it took longer than " + LONGEST);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }
}
