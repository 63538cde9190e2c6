package com.hotpotspot.standalone.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Python that has what a client imports which openapi-generator makes. */
final class Python {

    /** Debian 12 has an older pydantic, which is of no use to such a client. */
    private static final String WHAT_A_CLIENT_NEEDS =
            "import dateutil, typing_extensions, urllib3; from pydantic import ConfigDict";

    private final String program;

    private Python(String program) {
        this.program = program;
    }

    /** The first of this machine that has what is needed, or that can be given it; empty if there is none. */
    static Optional<Python> here() {
        List<String> programs = List.of("python3", "/usr/bin/python3");
        return programs.stream()
                .filter(each -> runs(each, WHAT_A_CLIENT_NEEDS))
                .findFirst()
                .or(() -> programs.stream()
                        .filter(each -> runs(each, "import ensurepip, venv"))
                        .findFirst())
                .map(Python::new);
    }

    /**
     * This one if it has what is needed, else one of its own in a new directory, with what a client says it needs.
     *
     * @param client where it was generated
     */
    Python readyFor(Path client, Path directory) throws IOException {
        if (runs(program, WHAT_A_CLIENT_NEEDS)) {
            return this;
        }
        Workshop.run(client, Map.of(), List.of(program, "-m", "venv", directory.toString()));
        Python own = new Python(directory.resolve("bin/python3").toString());
        own.run(client, "-m", "pip", "install", "--quiet", "--requirement", "requirements.txt");
        return own;
    }

    /** Runs something with a client. */
    void run(Path client, String... arguments) throws IOException {
        Workshop.run(client, Map.of("PYTHONPATH", client.toString()), command(arguments));
    }

    List<String> command(String... arguments) {
        return Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
    }

    private static boolean runs(String program, String script) {
        try {
            Process process = new ProcessBuilder(program, "-c", script)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            // There is no such program.
            return false;
        }
    }
}
