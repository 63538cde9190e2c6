package com.hotpotspot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A side as a process of its own, started as the operator's guide says, where it does not start. */
class SideAloneIT {

    private static final String COMMAND_SIDE = "com.hotpotspot.command.CommandSideApplication";
    private static final String QUERY_SIDE = "com.hotpotspot.query.QuerySideApplication";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {COMMAND_SIDE, QUERY_SIDE})
    void anAddressThatOthersCouldReadAlongAtIsRefusedInOneLine(String side) throws Exception {
        Ended ended = start(side, Map.of(), "--server.address=0.0.0.0");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines().getLast())
                .startsWith("Error: The ")
                .contains(" side does not start: This server would speak plain HTTP on 0.0.0.0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {COMMAND_SIDE, QUERY_SIDE})
    void aMisspeltVariableStopsTheStart(String side) throws Exception {
        Ended ended = start(side, Map.of("HOTPOTSPOT_AUDIT_NETWROK", "our.example"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines().getLast())
                .endsWith(" side does not start: There is no setting HOTPOTSPOT_AUDIT_NETWROK;"
                        + " did you mean HOTPOTSPOT_AUDIT_NETWORK?");
    }

    @Test
    void whatIsLoggedHasTimeLevelLoggerAndReason() throws Exception {
        List<String> lines =
                start(COMMAND_SIDE, Map.of(), "--server.address=0.0.0.0").lines();

        assertThat(lines)
                .anyMatch(line -> line.matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ +INFO \\[main] \\S+Application +: .+"))
                .anyMatch(line -> line.matches("\\d{4}-\\S+ ERROR \\[main] \\S*SpringApplication +: .+"))
                .anyMatch(line -> line.contains("UnsafeExposureException: This server would speak plain HTTP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {COMMAND_SIDE, QUERY_SIDE})
    void whatIsLoggedIsEcsWhereThatIsAskedFor(String side) throws Exception {
        Ended ended = start(side, Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"), "--server.address=0.0.0.0");

        List<JsonNode> logged = new ArrayList<>();
        ended.lines()
                .subList(0, ended.lines().size() - 1)
                .forEach(line -> logged.add(JsonMapper.shared().readTree(line)));
        assertThat(logged).isNotEmpty().allMatch(line -> line.has("@timestamp") && line.has("message"));
        assertThat(logged.getLast().at("/log/level").asString()).isEqualTo("ERROR");
        assertThat(logged.getLast().at("/log/logger").asString()).endsWith("SpringApplication");
        assertThat(logged.getLast().at("/error/stack_trace").asString()).contains("would speak plain HTTP");
    }

    private Ended start(String side, Map<String, String> variables, String... options)
            throws IOException, InterruptedException {
        Path console = directory.resolve("console.txt");
        List<String> given = new ArrayList<>(List.of("--server.port=0"));
        given.addAll(List.of(options));
        ProcessBuilder builder = PackagedJar.side(side, console, given.toArray(String[]::new));
        builder.environment().putAll(variables);
        Process process = builder.directory(directory.toFile()).start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), Files.readAllLines(console));
        } finally {
            process.destroyForcibly();
        }
    }

    private record Ended(int code, List<String> lines) {}
}
