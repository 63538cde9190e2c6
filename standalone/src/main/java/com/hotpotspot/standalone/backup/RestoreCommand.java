package com.hotpotspot.standalone.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.Comparator.comparingLong;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DataDirectory;
import com.hotpotspot.standalone.database.FileTrees;
import com.hotpotspot.standalone.database.ReachedDatabase;
import com.hotpotspot.tlog.checkpoint.CheckpointFile;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.checkpoint.UntrustedException;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.VerifierKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The subcommand {@code restore}: a backup becomes a data directory again, if its log is what was given out. */
@Command(
        name = "restore",
        description = {
            "Makes a new data directory of a backup.",
            "Before that every file is compared with the backup's list, and the log with the last checkpoint",
            "that was given out. The keystore's passphrase is not in a backup."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused, and nothing is left of it", "2:the options make no sense"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  hotpotspot restore /backups/2026-11-29 --data restored --last-checkpoint checkpoint",
            "  hotpotspot restore /backups/2026-11-29 --data restored --without-checkpoint"
        })
public final class RestoreCommand implements Callable<Integer> {

    /** Where the query side keeps it unless it was told another place. */
    private static final String HIGH_WATER_MARK = "audit.high-water-mark";

    private static final int REFUSED = 1;
    private static final int MOST_CHECKPOINT_BYTES = 1 << 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the backup")
    private @Nullable Path backup;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "the data directory to make, new or empty; ${DEFAULT-VALUE} by default")
    private Path data = Path.of("data");

    @ArgGroup(multiplicity = "1")
    private @Nullable GivenOut givenOut;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and end")
    private boolean help;

    /** What is known of what others hold. */
    static final class GivenOut {

        @Option(
                names = "--last-checkpoint",
                paramLabel = "FILE",
                description = "the newest checkpoint that anybody was given, as GET /checkpoint answered it")
        private @Nullable Path lastCheckpoint;

        @SuppressWarnings("UnusedVariable") // that it was given is enough
        @Option(
                names = "--without-checkpoint",
                description = "go on without one: if somebody holds a checkpoint that is newer than the backup,"
                        + " they can prove that the log was rolled back, and nothing mends that")
        private boolean without;
    }

    @Override
    public Integer call() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = commandLine.getOut();
        PrintWriter err = commandLine.getErr();
        try {
            Optional<SignedCheckpoint> given = lastGivenOut();
            Path target = data.toAbsolutePath().normalize();
            long events =
                    restore(Objects.requireNonNull(backup).toAbsolutePath().normalize(), target, given);
            out.println(String.format(Locale.ROOT, "Restored %,d events to %s", events, target));
            given.ifPresentOrElse(
                    checkpoint -> out.println(String.format(
                            Locale.ROOT,
                            "They hold the checkpoint over %,d events that was given out.",
                            checkpoint.checkpoint().size())),
                    () -> err.println(
                            "Warning: nobody has compared the log with what was given out. If somebody holds a"
                                    + " newer checkpoint than this log does, they can prove that it was rolled back; ask whoever"
                                    + " keeps checkpoints before anything is sold."));
            out.println("Start it with the passphrase of its keystore in HOTPOTSPOT_KEYSTORE_PASSPHRASE_FILE.");
            out.flush();
            err.flush();
            return CommandLine.ExitCode.OK;
        } catch (CannotStartException e) {
            err.println("Error: " + e.getMessage());
            err.flush();
            return REFUSED;
        }
    }

    private Optional<SignedCheckpoint> lastGivenOut() {
        @Nullable Path file = Objects.requireNonNull(givenOut).lastCheckpoint;
        if (file == null) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MOST_CHECKPOINT_BYTES) {
                throw new CannotStartException("%s is too large to be a checkpoint", file);
            }
            return Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file)));
        } catch (FormatException e) {
            throw new CannotStartException("%s is no checkpoint: %s", file, e.getMessage());
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot read the checkpoint");
        }
    }

    private static long restore(Path backup, Path target, Optional<SignedCheckpoint> given) {
        BackupManifest manifest = BackupManifest.of(backup);
        Path draft = target.resolveSibling(target.getFileName() + ".unfinished");
        if (Files.exists(draft)) {
            throw new CannotStartException("%s is left of a restore that did not get to its end; delete it", draft);
        }
        try {
            requireEmpty(target);
            try {
                putBack(backup, manifest, draft);
                long events = check(draft, manifest, given);
                Files.deleteIfExists(target);
                Files.move(draft, target, ATOMIC_MOVE);
                return events;
            } finally {
                FileTrees.delete(draft);
            }
        } catch (IOException | SQLException e) {
            throw new CannotStartException(e, "Cannot restore %s to %s", backup, target);
        }
    }

    private static void requireEmpty(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new CannotStartException("%s is not empty; a backup is only restored to a new directory", target);
            }
        }
    }

    private static void putBack(Path backup, BackupManifest manifest, Path draft) throws IOException {
        try (DataDirectory directory = DataDirectory.open(draft)) {
            CopiedFiles copies = new CopiedFiles(directory.root());
            for (String name : manifest.directories()) {
                copies.makeDirectory(name);
            }
            for (BackedUpFile file : manifest.files()) {
                if (!Files.exists(backup.resolve(file.path()))) {
                    throw new CannotStartException("The backup lacks %s; take another one", file.path());
                }
                if (!copies.copy(backup.resolve(file.path()), file.path()).equals(file)) {
                    throw new CannotStartException(
                            "In the backup %s is not what was backed up; take another one", file.path());
                }
            }
            copies.force();
        }
    }

    /** Starts the database for the first time, which makes it whole, and looks at its log. */
    private static long check(Path draft, BackupManifest manifest, Optional<SignedCheckpoint> given)
            throws SQLException, IOException {
        try (ReachedDatabase database = ReachedDatabase.of(draft);
                PostgresEventLog events = new PostgresEventLog(database.superuser())) {
            RestoredLog log = new RestoredLog(events);
            if (log.size() < manifest.events()) {
                throw new CannotStartException(
                        "The backup has %d events and should have %d; take another one", log.size(), manifest.events());
            }
            if (given.isPresent()) {
                log.mustHold(given.get().checkpoint(), "The checkpoint that was given out");
                mustBeSignedByTheLog(given.get(), database);
            }
            Optional<SignedCheckpoint> own = Optional.ofNullable(BackupCommand.lastCheckpoint(database))
                    .map(note -> SignedCheckpoint.parse(note.getBytes(UTF_8)));
            if (own.isPresent()) {
                log.mustHold(own.get().checkpoint(), "The last checkpoint in the backup");
            }
            Optional<SignedCheckpoint> highest = Stream.concat(given.stream(), own.stream())
                    .max(comparingLong(signed -> signed.checkpoint().size()));
            if (highest.isPresent()) {
                // What the query side compares its log with before it signs again.
                new CheckpointFile(database.root().resolve(HIGH_WATER_MARK)).replace(highest.get());
            }
            return log.size();
        } catch (FormatException e) {
            throw new CannotStartException("The last checkpoint in the backup is damaged: %s", e.getMessage());
        }
    }

    /**
     * Anybody could have made a checkpoint of these events; who put a wrong one in place could keep the log unsealed.
     */
    private static void mustBeSignedByTheLog(SignedCheckpoint given, ReachedDatabase database) throws SQLException {
        List<VerifierKey> keys = new ArrayList<>();
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select verifier_key from audit.key order by version")) {
            while (rows.next()) {
                keys.add(VerifierKey.parse(rows.getString(1)));
            }
        }
        try {
            TlogPolicy.of(keys, List.of(), 0).trust(given);
        } catch (UntrustedException e) {
            throw new CannotStartException("The checkpoint that was given out is not by this log: %s", e.getMessage());
        }
    }
}
