package com.hotpotspot.standalone.replay;

import com.hotpotspot.client.BatchDoor;
import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.CommandDoor;
import com.hotpotspot.client.Credentials;
import com.hotpotspot.client.DoorClosedException;
import com.hotpotspot.client.NotAdmittedException;
import com.hotpotspot.client.Patience;
import com.hotpotspot.client.QueryDoor;
import com.hotpotspot.client.RefusedException;
import com.hotpotspot.client.UnexpectedAnswerException;
import com.hotpotspot.client.UnusableCredentialsException;
import com.hotpotspot.client.Waiting;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The subcommand {@code replay}: reads a file of line items, sells it, and says what became of it. */
@Command(
        name = "replay",
        description = {
            "Sells a CSV file of line items through the running system, as a till would.",
            "It may be stopped at any moment and run again: what was sold before is not sold twice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every sale was accepted, now or before",
            "1:some were refused, or the network cannot take them",
            "2:a file or the options cannot be used",
            "3:the system cannot be reached",
            "4:the system does not accept the credentials, or they do not allow this"
        },
        footerHeading = "%nThe files:%n",
        footer = {
            "  FILE  order_id,order_date,order_time,item_id,item_price[,quantity]",
            "        1,2023-01-01,11:38:36,109,17.95",
            "  Menu  menu_item_id,item_name,category,price",
            "        109,Korean Beef Bowl,Asian,17.95",
            "",
            "UTF-8. The first line names the columns; their order does not matter, and",
            "others are ignored. Lines with the same order id are one sale. Times are",
            "Tbilisi's, prices are lari with at most two decimals, and the quantity is 1",
            "where there is no such column. Names and categories come from the menu. Keep to",
            "the same menu when running again: with another, the sales are not the same any",
            "more and are refused.",
            "",
            "May be there, also empty: weight_grams (item_price is then a kilogram's, without",
            "quantity), item_discount, vat_per_mille; on any line of an order order_discount,",
            "paid_cash, paid_card, paid_voucher, paid_other, tip, cashier_id, fiscal_number.",
            "",
            "Orders are spread by their id over the nodes where terminal REPLAY may sell.",
            "The first run chooses all active nodes, and founds a network if there is none.",
            "",
            "It signs in with the file that the system's first start left in its data",
            "directory, {\"clientId\":\"…\",\"clientSecret\":\"…\"}, or with one of another account",
            "that may import sales. Nobody else may be able to read it (chmod 600).",
            "",
            "Examples:",
            "  hotpotspot replay orders.csv",
            "  hotpotspot replay orders.csv --menu menu.csv --batch-size 1000",
            "  hotpotspot replay orders.csv --command-port 9080 --query-port 9081",
            "  hotpotspot replay orders.csv --data elsewhere",
            "  hotpotspot replay orders.csv --credentials importer.credentials"
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final int SOME_REFUSED = 1;
    private static final int UNUSABLE_INPUT = 2;
    private static final int NOT_REACHABLE = 3;
    private static final int NOT_ADMITTED = 4;
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);

    private final Waiting waiting;
    private final InstantSource clock;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and end")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the line items to sell")
    private @Nullable Path file;

    @Option(names = "--menu", paramLabel = "FILE", description = "names and categories of the items")
    private @Nullable Path menu;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "the data directory of the system (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description =
                    "what to sign in with (default: " + Credentials.OF_THE_ADMINISTRATOR + " in the data directory)")
    private @Nullable Path credentials;

    @Option(
            names = "--command-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "where the command side listens (default: ${DEFAULT-VALUE})")
    private int commandPort;

    @Option(
            names = "--query-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "where the query side listens (default: ${DEFAULT-VALUE})")
    private int queryPort;

    @Option(
            names = "--batch-size",
            paramLabel = "SALES",
            defaultValue = "500",
            description = "sales in one request, at most " + BatchDoor.MAX_SALES + " (default: ${DEFAULT-VALUE})")
    private int batchSize;

    public ReplayCommand() {
        this(Waiting.really(), InstantSource.system());
    }

    ReplayCommand(Waiting waiting, InstantSource clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        CommandSpec command = given(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        requireRange(command, "--batch-size", batchSize, BatchDoor.MAX_SALES);
        requireRange(command, "--command-port", commandPort, 65_535);
        requireRange(command, "--query-port", queryPort, 65_535);
        try {
            return replay(given(file), out, err);
        } catch (UnusableFileException | UnusableCredentialsException e) {
            return fail(err, e, UNUSABLE_INPUT);
        } catch (DoorClosedException e) {
            return fail(err, e, NOT_REACHABLE);
        } catch (NotAdmittedException e) {
            return fail(err, e, NOT_ADMITTED);
        } catch (RefusedException | ReplayImpossibleException | UnexpectedAnswerException e) {
            return fail(err, e, SOME_REFUSED);
        }
    }

    private int replay(Path orderFile, PrintWriter out, PrintWriter err) {
        Menu dishes = menu == null ? Menu.empty() : Menu.read(menu);
        OrderFile orders = OrderFile.read(orderFile, dishes);
        URI command = localhost(commandPort);
        URI query = localhost(queryPort);
        CommandDoor.knock(command, waiting);
        QueryDoor.knock(query, waiting);
        Patience patience = Patience.of(GIVE_UP_AFTER);
        Credentials who = Credentials.readFrom(
                credentials == null ? data.resolve(Credentials.OF_THE_ADMINISTRATOR) : credentials);
        try (BearerTokens tokens = new BearerTokens(command, who, patience, waiting);
                CommandDoor commandSide = new CommandDoor(command, tokens, patience, waiting);
                QueryDoor querySide = new QueryDoor(query, tokens, patience, waiting)) {
            NodeAssignment nodes = new NodeAssignment(new ReplayNodes(commandSide, querySide, waiting).find());
            return send(orders, new Replay(commandSide, nodes, batchSize, clock), out, err);
        }
    }

    private int send(OrderFile orders, Replay replay, PrintWriter out, PrintWriter err) {
        Tally tally = new Tally();
        long start = waiting.nanoTime();
        try (ProgressBar progress = Progress.bar(orders.orders().size(), err, Progress.errorsGoToTerminal())) {
            StopNotice.during(
                    err,
                    () -> replay.send(orders.orders(), (slip, outcome) -> {
                        tally.count(slip, outcome);
                        progress.step();
                    }));
        } finally {
            tally.print(out, orders, Duration.ofNanos(waiting.nanoTime() - start));
        }
        return tally.refused() == 0 ? 0 : SOME_REFUSED;
    }

    private static URI localhost(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static void requireRange(CommandSpec command, String option, int value, int highest) {
        if (value < 1 || value > highest) {
            throw new ParameterException(
                    command.commandLine(),
                    String.format(Locale.ROOT, "%s must lie between 1 and %d, not %d", option, highest, value));
        }
    }

    private static int fail(PrintWriter err, RuntimeException failure, int code) {
        err.println(failure.getMessage());
        err.flush();
        return code;
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("picocli sets what is required before it calls");
        }
        return value;
    }
}
