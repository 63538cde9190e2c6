package com.hotpotspot.standalone.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The subcommand {@code rehearse}: a first start with its demo day, and a stop, for Java to learn from. */
@Command(name = "rehearse", hidden = true, description = "Starts the whole system on a new directory, and stops it.")
public final class RehearseCommand implements Callable<Integer> {

    private static final int NOBODY_WAITS = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "to be made, and thrown away")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Console console = new Console(
                command.commandLine().getOut(), command.commandLine().getErr());
        Thread.ofPlatform().daemon().name("rehearsed-for").start(RehearseCommand::endWithWhoRehearses);
        int commandPort = Ports.anyFree();
        int queryPort = Ports.anyFreeBut(commandPort);
        ServeOptions options = new ServeOptions(data, commandPort, queryPort, false);
        return new StandaloneSystem(options, console, InstantSource.system()).rehearse();
    }

    /** Nothing is ever said to a rehearsal; that nothing can be said any more means that nobody waits for it. */
    private static void endWithWhoRehearses() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.exit(NOBODY_WAITS);
        }
    }
}
