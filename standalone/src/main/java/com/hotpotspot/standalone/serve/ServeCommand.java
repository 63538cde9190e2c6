package com.hotpotspot.standalone.serve;

import com.hotpotspot.client.Credentials;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The subcommand {@code serve}: runs the whole system until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Runs the whole system on this machine: its database, the command side and the query side.",
            "A first start makes the data directory and fills it with a day of a demo network.",
            "What the administrator signs in with, on the pages too, is then in " + Credentials.OF_THE_ADMINISTRATOR
                    + " there."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "130, 143:stopped by Ctrl-C or by a termination signal, cleanly",
            "1:it could not start, or its database broke down",
            "2:the options make no sense"
        })
public final class ServeCommand implements Callable<Integer> {

    private static final int LARGEST_PORT = 65_535;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "where everything is kept; ${DEFAULT-VALUE} by default")
    private Path data = Path.of("data");

    @Option(
            names = "--command-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "where the command side listens; ${DEFAULT-VALUE} by default")
    private int commandPort;

    @Option(
            names = "--query-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "where the query side listens, and the pages are; ${DEFAULT-VALUE} by default")
    private int queryPort;

    @Option(names = "--empty", description = "start a new system without the demo network")
    private boolean empty;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and end")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        refuseUnless(isPort(commandPort), "--command-port must be from 1 to 65535");
        refuseUnless(isPort(queryPort), "--query-port must be from 1 to 65535");
        refuseUnless(commandPort != queryPort, "--command-port and --query-port must differ");
        Console console = new Console(
                command.commandLine().getOut(), command.commandLine().getErr());
        ServeOptions options = new ServeOptions(data, commandPort, queryPort, empty);
        return new StandaloneSystem(options, console, InstantSource.system()).run();
    }

    private void refuseUnless(boolean condition, String reason) {
        if (!condition) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), reason);
        }
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= LARGEST_PORT;
    }
}
