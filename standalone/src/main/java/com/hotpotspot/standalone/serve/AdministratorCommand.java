package com.hotpotspot.standalone.serve;

import com.hotpotspot.client.Credentials;
import com.hotpotspot.command.account.AdministratorReset;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DataDirectory;
import com.hotpotspot.standalone.database.EmbeddedDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The subcommand {@code administrator}: the way back in when nobody can sign in any more. */
@Command(
        name = "administrator",
        description = "Gives an administrator a new secret when the old one is lost.",
        footerHeading = "%nExample:%n",
        footer = {"  hotpotspot administrator reset --data data"})
public final class AdministratorCommand implements Callable<Integer> {

    private static final int REFUSED = 1;

    /** Whom the first start appoints. */
    private static final String FIRST = "administrator";

    @Spec
    private @Nullable CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help and end")
    private boolean help;

    @Override
    public Integer call() {
        throw new ParameterException(commandLine(), "What to do must be given: reset");
    }

    @Command(
            name = "reset",
            description = {
                "Replaces all secrets of an administrator by a new one.",
                "It is written to " + Credentials.OF_THE_ADMINISTRATOR + " in the data directory;"
                        + " of another account than " + FIRST + " to administrator-ID.credentials there.",
                "The system must be stopped, and the keystore's passphrase given as for serve. The log tells of it."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:done", "1:refused, and nothing was changed", "2:the options make no sense"})
    int reset(
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            defaultValue = "data",
                            description = "the data directory of the system; ${DEFAULT-VALUE} by default")
                    Path directory,
            @Option(
                            names = "--account",
                            paramLabel = "ID",
                            defaultValue = FIRST,
                            description = "whose secret it is; ${DEFAULT-VALUE} by default")
                    String account) {
        try {
            Path file = reset(directory, new AccountId(account));
            commandLine()
                    .getOut()
                    .println("The account " + account + " has a new secret, and no other; it is in " + file);
            commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        } catch (CannotStartException | CommandRefused | UncheckedIOException e) {
            commandLine().getErr().println("Error: " + e.getMessage());
            commandLine().getErr().flush();
            return REFUSED;
        } catch (InvalidValue e) {
            throw new ParameterException(commandLine(), "--account cannot be used: " + e.getMessage(), e);
        }
    }

    private static Path reset(Path directory, AccountId account) {
        try (DataDirectory data = DataDirectory.openExisting(directory)) {
            LogFiles.in(data.logs());
            Path ofTheFirst = data.file(Credentials.OF_THE_ADMINISTRATOR);
            // The first one's secret is kept nowhere else.
            Path file =
                    account.value().equals(FIRST) ? ofTheFirst : data.file("administrator-" + account + ".credentials");
            SystemKeystore keystore = SystemKeystore.in(data.root(), System.getenv());
            // Nobody is to come in meanwhile: it listens where no client asks, on this machine only.
            ServeOptions nowhere = new ServeOptions(data.root(), Ports.anyFree(), Ports.anyFree(), true);
            try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                    ConfigurableApplicationContext commandSide = new Sides(
                                    nowhere, () -> database, UnaryOperator.identity(), keystore)
                            .command(ofTheFirst)) {
                commandSide.getBean(AdministratorReset.class).replaceSecret(account, file);
            }
            return file;
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
