package com.hotpotspot.standalone.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where clients are generated, compiled and run: a directory, and the programs that are started in it. */
final class Workshop {

    /** What the build has put there: the generator, and what its Java needs to compile. */
    private static final Path LIBRARIES = Path.of(System.getProperty("hotpotspot.clients", "target/generated-clients"))
            .toAbsolutePath();

    private static final Path DOCUMENTS = Path.of("../docs/openapi").toAbsolutePath();
    private static final int LIMIT_SECONDS = 300;

    private final Path directory;

    Workshop(Path directory) {
        this.directory = directory;
    }

    /** Generates clients of both sides with these generators, in one go; each is at {@code generator/side}. */
    void generate(List<String> generators) throws IOException {
        List<String> command = java("-jar", generator().toString(), "batch");
        for (String generator : generators) {
            for (String side : List.of("command-side", "query-side")) {
                Path settings = directory.resolve(generator + '-' + side + ".yaml");
                Files.writeString(settings, """
                        generatorName: %s
                        inputSpec: '%s'
                        outputDir: '%s'
                        %s
                        globalProperties: {apiTests: "false", modelTests: "false", apiDocs: "false", modelDocs: "false"}
                        """.formatted(
                                generator,
                                DOCUMENTS.resolve(side + ".json"),
                                at(generator, side),
                                generator.equals("java") ? "library: native" : ""));
                command.add(settings.toString());
            }
        }
        run(directory, Map.of(), command);
    }

    Path at(String generator, String side) {
        return directory.resolve(generator).resolve(side);
    }

    /** The libraries of a client in Java, as a class path. */
    static String classPath() {
        return String.join(
                ":",
                jars().filter(jar -> !jar.equals(generator()))
                        .map(Path::toString)
                        .toList());
    }

    private static Path generator() {
        return jars().filter(jar -> jar.getFileName().toString().startsWith("openapi-generator-cli"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> jars() {
        return files(LIBRARIES, ".jar").stream();
    }

    static List<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program of this test's own Java, {@code java} or {@code javac}, which has little time to get warm. */
    static List<String> java(String... arguments) {
        return jdk("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", arguments);
    }

    static List<String> javac(String... arguments) {
        return jdk("javac", "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", arguments);
    }

    private static List<String> jdk(String program, String compiler, String collector, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", program).toString(), compiler, collector));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * @return what the program wrote to its standard output
     * @throws AssertionError with all that it wrote if it fails
     */
    static String run(Path directory, Map<String, String> variables, List<String> command) throws IOException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(ended ? process.exitValue() : -1)
                    .as(() -> String.format(
                            Locale.ROOT,
                            "%s:%n%s%n%s",
                            command.subList(0, Math.min(4, command.size())),
                            read(out),
                            read(err)))
                    .isZero();
            return read(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
