package com.hotpotspot.standalone.serve;

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

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "to be made, and thrown away")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Console console = new Console(
                command.commandLine().getOut(), command.commandLine().getErr());
        int commandPort = Ports.anyFree();
        int queryPort = Ports.anyFreeBut(commandPort);
        ServeOptions options = new ServeOptions(data, commandPort, queryPort, false);
        return new StandaloneSystem(options, console, InstantSource.system()).rehearse();
    }
}
