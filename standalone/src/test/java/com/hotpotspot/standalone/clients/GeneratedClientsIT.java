package com.hotpotspot.standalone.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.hotpotspot.client.Credentials;
import com.hotpotspot.standalone.serve.SystemProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that openapi-generator makes of the committed documents compile, and sell at a running system: a token, a
 * node, a terminal, its token, a sale, the same again, and two refusals that are read as what they are.
 */
class GeneratedClientsIT {

    private static final String COMMAND = "command-side";
    private static final String QUERY = "query-side";
    private static final String JAVA = "java";
    private static final String PYTHON = "python";
    private static final String TYPESCRIPT = "typescript-fetch";

    private static final List<String> COMPILER = List.of("typescript@5.9.3", "@types/node@20.19.43");

    @TempDir
    static Path directory;

    private static Workshop workshop;
    private static SystemProcess system;

    @BeforeAll
    static void generateAndStart() throws Exception {
        system = SystemProcess.serve(directory.resolve("data"));
        workshop = new Workshop(directory);
        workshop.generate(List.of(JAVA, PYTHON, TYPESCRIPT));
        system.awaitReady();
        assertThat(system.postToCommandSide("/api/v1/network", "{\"founderId\":\"founder\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void inJava() throws IOException {
        String libraries = Workshop.classPath();
        for (String side : List.of(QUERY, COMMAND)) {
            Path client = workshop.at(JAVA, side);
            List<String> compile = Workshop.javac("-proc:none", "-nowarn", "-cp", libraries, "-d", client + "/classes");
            Workshop.files(client.resolve("src/main"), ".java").forEach(source -> compile.add(source.toString()));
            if (side.equals(COMMAND)) {
                compile.add(program("Till.java.txt", client).toString());
            }
            Workshop.run(client, Map.of(), compile);
        }
        Path client = workshop.at(JAVA, COMMAND);

        assertThatItSells("JAVA", client, Map.of(), Workshop.java("-cp", client + "/classes:" + libraries, "Till"));
    }

    @Test
    void inPython() throws IOException {
        Optional<Python> here = Python.here();
        assertThat(here.isPresent() || System.getenv("CI") == null)
                .as("no python3 with venv, as continuous integration must have")
                .isTrue();
        assumeThat(here).as("python3 with what a client needs, or with venv").isPresent();
        Path client = workshop.at(PYTHON, COMMAND);
        Python python = here.orElseThrow().readyFor(client, directory.resolve("python-of-the-client"));
        for (String side : List.of(QUERY, COMMAND)) {
            python.run(workshop.at(PYTHON, side), "-c", """
                    import importlib, pkgutil, openapi_client
                    for module in pkgutil.walk_packages(openapi_client.__path__, 'openapi_client.'):
                        importlib.import_module(module.name)""");
        }

        assertThatItSells(
                "PYTHON",
                client,
                Map.of("PYTHONPATH", client.toString()),
                python.command(program("till.py", client).toString()));
    }

    @Test
    void inTypeScript() throws IOException {
        Path tools = Files.createDirectories(directory.resolve(TYPESCRIPT));
        List<String> install = new ArrayList<>(List.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--no-package-lock",
                "--ignore-scripts",
                "--prefer-offline"));
        install.addAll(COMPILER);
        Files.writeString(tools.resolve("package.json"), "{\"private\": true}");
        Workshop.run(tools, Map.of(), install);
        Path till = program("till.ts", tools);
        Files.writeString(till, Files.readString(till).replace("./generated", "./" + COMMAND));
        Workshop.run(
                tools,
                Map.of(),
                List.of(
                        "node_modules/.bin/tsc",
                        "--strict",
                        "--target",
                        "es2022",
                        "--module",
                        "commonjs",
                        "--lib",
                        "es2022,dom",
                        "--types",
                        "node",
                        "--rootDir",
                        ".",
                        "--outDir",
                        "out",
                        "till.ts",
                        QUERY + "/index.ts"));

        assertThatItSells("TYPESCRIPT", tools, Map.of(), List.of("node", "out/till.js"));
    }

    private static void assertThatItSells(String node, Path client, Map<String, String> variables, List<String> program)
            throws IOException {
        JsonNode administrator = JsonMapper.shared()
                .readTree(Files.readString(directory.resolve("data").resolve(Credentials.OF_THE_ADMINISTRATOR)));
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                system.commandSide().toString(),
                administrator.get("clientId").asString(),
                administrator.get("clientSecret").asString(),
                node));

        String told = Workshop.run(client, variables, command)
                .toLowerCase(Locale.ROOT)
                .replace("none", "null");

        assertThat(told.lines())
                .containsExactly(
                        "sold " + node.toLowerCase(Locale.ROOT) + ":0000000001 100 true null",
                        "again 201 true true",
                        "refused 409 sale-number-taken false null",
                        "refused 401 invalid_client");
    }

    /**
     * One of the programs that use a client, beside it; that in Java is a text here, since it is none of our sources.
     */
    private static Path program(String name, Path client) throws IOException {
        Path copy = client.resolve(name.replace(".txt", ""));
        try (InputStream source =
                Objects.requireNonNull(GeneratedClientsIT.class.getResourceAsStream("/clients/" + name))) {
            Files.writeString(copy, new String(source.readAllBytes(), UTF_8));
        }
        return copy;
    }
}
