package com.hotpotspot.command.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Somebody who types what a guide says into a shell, one block after the other, and keeps what curl was answered. */
final class Terminal {

    /** What was set and defined lives on, as in one shell; of every answer the header and the body are kept. */
    private static final String SHELL = """
            set -ae -o pipefail
            touch ../state && . ../state
            curl() {
                local kept=../answers/$(printf %03d "$(ls ../answers | wc -l)")
                command curl --silent --show-error --max-time 60 --dump-header "$kept" "$@" | tee "$kept.body"
            }
            """;

    private static final String REMEMBER = "\nunset -f curl\nexport -p >../state\ndeclare -f >>../state\n";
    private static final int LIMIT_SECONDS = 120;

    private final Path home;
    private final Path answers;
    private int read;

    /** @param directory in which it has what it needs; where the guide's commands are run is {@code home} in it */
    Terminal(Path directory) throws IOException {
        home = Files.createDirectories(directory.resolve("home"));
        answers = Files.createDirectories(directory.resolve("answers"));
    }

    /** Whether this machine has what is typed. */
    static boolean isHere() {
        return Stream.of("bash", "curl")
                .allMatch(program -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program))));
    }

    /**
     * @return what was answered, in order
     * @throws AssertionError with all that it printed if a command fails
     */
    List<Answered> type(String commands) throws IOException {
        Path printed = Files.createTempFile(answers.getParent(), "printed", "");
        Process shell = new ProcessBuilder("bash", "-c", SHELL + commands + REMEMBER)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            shell.getOutputStream().close();
            boolean ended = shell.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(ended ? shell.exitValue() : -1)
                    .as("%s%n%s", commands, Files.readString(printed))
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            shell.destroyForcibly();
        }
        return answered();
    }

    private List<Answered> answered() throws IOException {
        List<Answered> all = new ArrayList<>();
        while (Files.exists(kept(""))) {
            all.add(Answered.parse(Files.readString(kept("")) + Files.readString(kept(".body"))));
            read += 2;
        }
        return all;
    }

    /** A number is that of the files that were there before it. */
    private Path kept(String part) {
        return answers.resolve(String.format(Locale.ROOT, "%03d%s", read, part));
    }
}
