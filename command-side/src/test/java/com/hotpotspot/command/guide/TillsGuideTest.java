package com.hotpotspot.command.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who types what the guide for tills says, in its order, is answered what it shows. */
class TillsGuideTest {

    private static final Path GUIDE = Path.of("../docs/tills.md");

    @TempDir
    Path directory;

    private RunningCommandSide system;
    private List<Answered> answers = List.of();

    @BeforeEach
    void start() throws IOException {
        assertThat(Terminal.isHere() || System.getenv("CI") == null)
                .as("no bash or curl, as continuous integration must have")
                .isTrue();
        assumeThat(Terminal.isHere()).as("bash and curl").isTrue();
        Path credentials = directory.resolve("home/data/admin.credentials");
        Files.createDirectories(credentials.getParent());
        system = new RunningCommandSide("--hotpotspot.access.admin-credentials-file=" + credentials);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    /** What the guide has of another system, and of a till of its own, and what it is here. */
    private String here(String commands) {
        String text = commands;
        text = replaced(text, "http://localhost:8080", () -> "http://localhost:" + system.port());
        text = replaced(text, "till-… '…'", () -> tillSays("clientId") + " '" + tillSays("clientSecret") + '\'');
        return text;
    }

    private static String replaced(String text, String what, Supplier<String> by) {
        return text.contains(what) ? text.replace(what, by.get()) : text;
    }

    private String tillSays(String member) {
        return answers.getLast().body().getFirst().at("/data/" + member).asString();
    }

    @Test
    void itsCommandsAreAnsweredAsItShows() throws IOException {
        Terminal terminal = new Terminal(directory);
        SoftAssertions all = new SoftAssertions();
        int shown = 0;
        for (Step step : Step.in(GUIDE)) {
            answers = terminal.type(here(step.commands().text()));
            int unshown = answers.size() - step.shown().size();
            assertThat(answers.subList(0, unshown))
                    .as("what %s does not show", step.commands().place())
                    .allMatch(answered -> answered.status() / 100 == 2);
            for (int i = 0; i < step.shown().size(); i++) {
                Answered answered = answers.get(unshown + i);
                Example example = step.shown().get(i);
                all.assertThat(Answered.parse(example.text()).misfits(answered))
                        .as("what %s shows, and was %s", example.place(), answered)
                        .isEmpty();
                shown++;
            }
        }
        all.assertAll();
        assertThat(shown).isGreaterThan(5);
    }
}
