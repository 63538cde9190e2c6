package com.hotpotspot.standalone.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The subcommand {@code prepare}: does at once what the first start does beside its work. */
@Command(
        name = "prepare",
        description = {
            "Makes the starts of this build with this Java quicker, by rehearsing one on a directory that is thrown"
                    + " away.",
            "The first start does so, too, when the system is ready; this is for whoever wants it done before."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or done before",
            "1:not done; starts take as long as ever",
            "2:the options make no sense"
        })
public final class PrepareCommand implements Callable<Integer> {

    private static final int NOT_DONE = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and end")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Optional<StartCache> cache = StartCache.ofThisProcess();
        if (cache.isEmpty()) {
            command.commandLine()
                    .getErr()
                    .println("Error: There is no copy of the jar to prepare; start this with ./hotpotspot");
            return NOT_DONE;
        }
        try {
            if (cache.get().make()) {
                command.commandLine()
                        .getOut()
                        .println("Starts are quick, with " + cache.get().file());
                return 0;
            }
            command.commandLine()
                    .getErr()
                    .println("Error: A rehearsal of a start did not succeed, or another is on its way, as after a first"
                            + " start; try again in a minute");
            return NOT_DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
