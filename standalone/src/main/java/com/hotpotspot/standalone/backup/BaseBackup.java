package com.hotpotspot.standalone.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.standalone.database.ReachedDatabase;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the files of a database that goes on working (PostgreSQL's manual, "Making a Base Backup Using the Low Level
 * API"). What changes while it is copied is made whole, at the first start of the copy, by the write-ahead log from the
 * beginning to the end of the copying, which a replication slot keeps until it was copied, too.
 */
final class BaseBackup {

    /** Directories whose content belongs to the running server, and is made anew. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pgsql_tmp");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label", "tablespace_map");

    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final Pattern START = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    private final ReachedDatabase database;
    private final CopiedFiles target;
    private final String place;

    /** @param place where in the backup the files go */
    BaseBackup(ReachedDatabase database, CopiedFiles target, String place) {
        this.database = database;
        this.target = target;
        this.place = place;
    }

    void make() throws SQLException, IOException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            // Both end with this connection, should it break off.
            statement.execute("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
            statement.execute("select pg_backup_start('hotpotspot backup', true)");
            copyFiles();
            String label;
            String last;
            try (ResultSet row = statement.executeQuery(
                    "select labelfile, pg_walfile_name(lsn) from pg_backup_stop(wait_for_archive => false)")) {
                row.next();
                label = row.getString(1);
                last = row.getString(2);
            }
            target.write(label.getBytes(UTF_8), place + "/backup_label");
            copyWriteAheadLog(firstSegment(label), last);
        }
    }

    private void copyFiles() throws IOException {
        Path cluster = database.cluster();
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                target.makeDirectory(nameOf(cluster, directory));
                if (!EMPTIED.contains(directory.getFileName().toString())) {
                    return FileVisitResult.CONTINUE;
                }
                if (directory.endsWith("pg_wal")) {
                    target.makeDirectory(nameOf(cluster, directory) + "/archive_status");
                }
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isSymbolicLink()) {
                    throw new IOException(file + " is a link; a database with tablespaces is not backed up by this");
                }
                if (attributes.isRegularFile()
                        && !LEFT_OUT.contains(file.getFileName().toString())) {
                    copyIfStillThere(file, nameOf(cluster, file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** A table may be dropped meanwhile, which the write-ahead log knows. */
    private void copyIfStillThere(Path file, String name) throws IOException {
        try {
            target.copy(file, name);
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw e;
            }
        }
    }

    private void copyWriteAheadLog(String first, String last) throws IOException {
        List<Path> segments;
        try (Stream<Path> all = Files.list(database.cluster().resolve("pg_wal"))) {
            segments = all.filter(file -> isWithin(file.getFileName().toString(), first, last))
                    .sorted()
                    .toList();
        }
        if (segments.isEmpty()
                || !segments.getFirst().endsWith(first)
                || !segments.getLast().endsWith(last)) {
            throw new IOException("the write-ahead log from " + first + " to " + last + " is not there");
        }
        for (Path segment : segments) {
            target.copy(segment, place + "/pg_wal/" + segment.getFileName());
        }
    }

    private static boolean isWithin(String segment, String first, String last) {
        return SEGMENT.matcher(segment).matches() && segment.compareTo(first) >= 0 && segment.compareTo(last) <= 0;
    }

    private static String firstSegment(String label) throws IOException {
        Matcher start = START.matcher(label);
        if (!start.find()) {
            throw new IOException("the database does not say where the backup begins: " + label);
        }
        return start.group(1);
    }

    private String nameOf(Path cluster, Path file) {
        String below = cluster.relativize(file).toString();
        return below.isEmpty() ? place : place + "/" + below;
    }
}
