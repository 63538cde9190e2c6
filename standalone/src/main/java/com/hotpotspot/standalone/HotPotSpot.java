package com.hotpotspot.standalone;

import com.hotpotspot.environment.Carriers;
import com.hotpotspot.standalone.backup.BackupCommand;
import com.hotpotspot.standalone.backup.RestoreCommand;
import com.hotpotspot.standalone.keystore.KeystoreCommand;
import com.hotpotspot.standalone.replay.ReplayCommand;
import com.hotpotspot.standalone.serve.AdministratorCommand;
import com.hotpotspot.standalone.serve.RehearseCommand;
import com.hotpotspot.standalone.serve.ServeCommand;
import com.hotpotspot.standalone.start.PrepareCommand;
import com.hotpotspot.standalone.start.UnpackedCopy;
import com.hotpotspot.standalone.verify.VerifyCommand;
import com.hotpotspot.standalone.witness.WitnessCommand;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: one jar, one subcommand for each thing it does. Without one, and with options only, it serves. */
@Command(
        name = "hotpotspot",
        description = "The verifiable system of record of a network of food points.",
        mixinStandardHelpOptions = true,
        versionProvider = HotPotSpot.Version.class,
        subcommands = {
            ServeCommand.class,
            ReplayCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            AdministratorCommand.class,
            KeystoreCommand.class,
            VerifyCommand.class,
            WitnessCommand.class,
            PrepareCommand.class,
            RehearseCommand.class
        },
        footer = {"", "Without a subcommand it serves. Each subcommand has a --help of its own."})
public final class HotPotSpot {

    /** How the console is written to by commands; the sides, which are in the same jar, have another one. */
    private static final String LOGGING = "console-of-commands.xml";

    private HotPotSpot() {}

    /** Runs a subcommand and ends the process with its exit code; 2 means that the options make no sense. */
    public static void main(String[] arguments) {
        // What is told here, and what libraries tell, is English and has the digits 0 to 9, whatever the machine's own.
        Locale.setDefault(Locale.ROOT);
        Carriers.shareProcessors();
        System.getProperties().putIfAbsent("logback.configurationFile", LOGGING);
        UnpackedCopy.ofThisProcess();
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        Optional<String> fault = GivenNames.fault(arguments);
        if (fault.isPresent()) {
            System.err.println("Error: " + fault.get());
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine().execute(orServe(arguments));
    }

    /** The command line with all subcommands, ready to be given arguments. */
    public static CommandLine commandLine() {
        return new CommandLine(new HotPotSpot()).setExecutionExceptionHandler((failure, command, parsed) -> {
            LoggerFactory.getLogger(HotPotSpot.class).error("The command failed", failure);
            command.getErr().println("Something unforeseen went wrong: " + failure);
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    /** The arguments with the subcommand that is meant where none is given. */
    static String[] orServe(String... arguments) {
        boolean optionsOnly = arguments.length == 0
                || (arguments[0].startsWith("-")
                        && Stream.of("-h", "--help", "-V", "--version").noneMatch(arguments[0]::equals));
        return optionsOnly
                ? Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new)
                : arguments;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            @Nullable String version = HotPotSpot.class.getPackage().getImplementationVersion();
            return new String[] {
                "The Hot Pot Spot " + (version == null ? "(not built as a jar)" : version), "Java " + Runtime.version()
            };
        }
    }
}
