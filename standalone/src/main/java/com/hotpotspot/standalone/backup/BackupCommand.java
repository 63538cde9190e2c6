package com.hotpotspot.standalone.backup;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DataDirectory;
import com.hotpotspot.standalone.database.FileTrees;
import com.hotpotspot.standalone.database.ReachedDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The subcommand {@code backup}: all that a system needs to go on elsewhere, but the keystore's passphrase. */
@Command(
        name = "backup",
        description = {
            "Copies the database and the keystore of a system to a new directory, whether the system runs or not.",
            "The keystore's passphrase is not copied: keep it elsewhere. restore puts the copy back."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not done, and nothing is left of it", "2:the options make no sense"},
        footerHeading = "%nExample:%n",
        footer = {"  hotpotspot backup /backups/2026-11-29 --data data"})
public final class BackupCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the directory to make, which must not be there yet")
    private @Nullable Path target;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "the data directory of the system; ${DEFAULT-VALUE} by default")
    private Path data = Path.of("data");

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and end")
    private boolean help;

    @Override
    public Integer call() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        try {
            Path backup = Objects.requireNonNull(target).toAbsolutePath().normalize();
            BackupManifest manifest = make(backup);
            PrintWriter out = commandLine.getOut();
            out.println(String.format(
                    Locale.ROOT, "Backed up the system with its first %,d events to %s", manifest.events(), backup));
            out.println("The passphrase of its keystore is not in it: keep that, too, and elsewhere.");
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (CannotStartException e) {
            commandLine.getErr().println("Error: " + e.getMessage());
            commandLine.getErr().flush();
            return FAILED;
        }
    }

    private BackupManifest make(Path backup) {
        if (Files.exists(backup)) {
            throw new CannotStartException("%s is there already; a backup is never written over another", backup);
        }
        Path draft = backup.resolveSibling(backup.getFileName() + ".unfinished");
        if (Files.exists(draft)) {
            throw new CannotStartException("%s is left of a backup that did not get to its end; delete it", draft);
        }
        try (ReachedDatabase database = ReachedDatabase.of(data)) {
            Files.createDirectory(draft, DataDirectory.PRIVATE_DIRECTORY);
            try {
                BackupManifest manifest = copy(database, draft);
                // Only the finished directory gets the name that was asked for.
                Files.move(draft, backup, ATOMIC_MOVE);
                return manifest;
            } finally {
                FileTrees.delete(draft);
            }
        } catch (IOException | SQLException e) {
            throw new CannotStartException(e, "Cannot back up %s to %s", data, backup);
        }
    }

    private static BackupManifest copy(ReachedDatabase database, Path draft) throws SQLException, IOException {
        CopiedFiles copies = new CopiedFiles(draft);
        long events = events(database);
        String checkpoint = lastCheckpoint(database);
        new BaseBackup(database, copies, DataDirectory.POSTGRES).make();
        copies.copy(database.root().resolve(DataDirectory.PASSWORDS), DataDirectory.PASSWORDS);
        // After the database: each version of a secret that the log names is in the keystore before.
        copies.copy(database.root().resolve(DataDirectory.KEYSTORE), DataDirectory.KEYSTORE);
        BackupManifest manifest = new BackupManifest(
                BackupManifest.FORMAT,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                events,
                checkpoint,
                copies.directories(),
                copies.files());
        copies.write(manifest.bytes(), BackupManifest.NAME);
        copies.force();
        return manifest;
    }

    private static long events(ReachedDatabase database) throws SQLException {
        String events = text(database, "log.event", "select coalesce(max(position) + 1, 0)::text from log.event");
        return events == null ? 0 : Long.parseLong(events);
    }

    static @Nullable String lastCheckpoint(ReachedDatabase database) throws SQLException {
        return text(database, "audit.checkpoint", "select note from audit.checkpoint order by size desc limit 1");
    }

    private static @Nullable String text(ReachedDatabase database, String table, String query) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
                there = row.next() && row.getBoolean(1);
            }
            if (!there) {
                return null;
            }
            try (ResultSet row = statement.executeQuery(query)) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
