package com.hotpotspot.standalone.witness;

import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DataDirectory;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.tlog.witness.Witness;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The subcommand {@code witness}: cosigns the checkpoints of logs, as long as each continues the one before. */
@Command(
        name = "witness",
        description = {
            "Cosigns the checkpoints of audit logs, each only if it continues the one before.",
            "A node of the network may run one, or a regulator. It needs nothing of the system but this jar."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the key was printed",
            "130, 143:stopped by Ctrl-C or by a termination signal",
            "1:it could not start",
            "2:the options make no sense"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hotpotspot witness --data witness --name witness.example/vake --print-key",
            "  hotpotspot witness --data witness --log \"$(cat log.key)\" --port 8090"
        })
public final class WitnessCommand implements Callable<Integer> {

    private static final int CANNOT_START = 1;
    private static final int LARGEST_PORT = 65_535;

    private final Map<String, String> environment;
    private final CountDownLatch end;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "witness",
            description = "where its key and the checkpoints are kept; ${DEFAULT-VALUE} by default")
    private Path data = Path.of("witness");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "what it is called, for good; needed at its first start only")
    private @Nullable String name;

    @Option(
            names = "--log",
            paramLabel = "KEY",
            description = "verifier key of a log that it is to know; may be repeated")
    private List<String> logs = List.of();

    @Option(
            names = "--address",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "where it listens; ${DEFAULT-VALUE} by default, this machine only")
    private String address = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "${DEFAULT-VALUE} by default, 0 for any that is free")
    private int port;

    @Option(names = "--print-key", description = "print its verifier key and end")
    private boolean printKey;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and end")
    private boolean help;

    public WitnessCommand() {
        this(System.getenv(), new CountDownLatch(1));
    }

    /** @param end ends it when it is counted down */
    WitnessCommand(Map<String, String> environment, CountDownLatch end) {
        this.environment = environment;
        this.end = end;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw new ParameterException(commandLine(), "--port must be from 0 to 65535");
        }
        List<VerifierKey> known = knownLogs();
        try (DataDirectory directory = DataDirectory.open(data)) {
            NoteSigner signer = WitnessKey.in(directory.root(), name, environment, InstantSource.system());
            if (printKey) {
                say(signer.verifierKey().toString());
                return CommandLine.ExitCode.OK;
            }
            serve(new Witness(known, signer, new CheckpointFiles(checkpoints(directory))));
            return CommandLine.ExitCode.OK;
        } catch (CannotStartException e) {
            PrintWriter err = commandLine().getErr();
            err.println("Error: " + e.getMessage());
            err.flush();
            return CANNOT_START;
        }
    }

    private List<VerifierKey> knownLogs() {
        if (logs.isEmpty() && !printKey) {
            throw new ParameterException(commandLine(), "At least one --log must be given");
        }
        List<VerifierKey> known = new ArrayList<>();
        for (String log : logs) {
            try {
                known.add(VerifierKey.parse(log));
            } catch (FormatException e) {
                throw new ParameterException(commandLine(), "--log cannot be used: " + e.getMessage(), e);
            }
        }
        return known;
    }

    private static Path checkpoints(DataDirectory directory) {
        try {
            return Files.createDirectories(directory.root().resolve("checkpoints"));
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot use %s", directory.root());
        }
    }

    private void serve(Witness witness) throws InterruptedException {
        try (WitnessServer server =
                new WitnessServer(new InetSocketAddress(address, port), witness, WitnessLimits.in(environment))) {
            Thread stop = new Thread(end::countDown, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            say(String.format(
                    Locale.ROOT,
                    "Witness %s listens on port %d of %s",
                    witness.verifierKey().name(),
                    server.port(),
                    address));
            say("Its verifier key is " + witness.verifierKey());
            end.await();
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot listen on port %d of %s", port, address);
        }
    }

    private void say(String line) {
        PrintWriter out = commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
