package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The files of the database server: made by initdb at the first start, looked over at each later one. */
final class PostgresCluster {

    private static final String MAJOR_VERSION = "18";
    private static final Duration INIT_LIMIT = Duration.ofMinutes(5);

    private static final String WHO_MAY_CONNECT = """
            # Written by the system at each start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final Path directory;

    private PostgresCluster(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the cluster if there is none. Nobody can ever connect without a password: the superuser has one from the
     * first moment on.
     *
     * @throws CannotStartException if there is one that this build cannot serve
     */
    static PostgresCluster at(Path directory, PostgresBinaries binaries, String superuserPassword) {
        try {
            if (!existsAt(directory)) {
                create(directory, binaries, superuserPassword);
            }
            PostgresCluster cluster = new PostgresCluster(directory);
            cluster.verify();
            // Ours, and always the same: a damaged one would keep everybody out, a careless one let somebody in.
            Files.writeString(directory.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
            // The server refuses to start if others could look in, as they can after a careless copy.
            Files.setPosixFilePermissions(directory, DataDirectory.OWNER_ONLY);
            return cluster;
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot use the database's files in %s", directory);
        }
    }

    /** @throws CannotStartException if there are files of a database that this build cannot serve */
    static void requireSound(Path directory) {
        try {
            new PostgresCluster(directory).verify();
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot use the database's files in %s", directory);
        }
    }

    /** Whether there are files of a database, sound or not. */
    static boolean existsAt(Path directory) {
        String[] entries = directory.toFile().list();
        return Files.exists(directory) && (entries == null || entries.length > 0);
    }

    /** Whether a server works on these files now. */
    static boolean isServed(Path directory) throws IOException {
        PostgresCluster cluster = new PostgresCluster(directory.toRealPath());
        return Postmaster.of(cluster)
                .filter(it -> it.kind(cluster) == Postmaster.Kind.OURS)
                .isPresent();
    }

    Path directory() {
        return directory;
    }

    /** Written by a server while it runs; left behind by one that was killed. */
    Path processFile() {
        return directory.resolve("postmaster.pid");
    }

    private static void create(Path directory, PostgresBinaries binaries, String password) throws IOException {
        Path draft = directory.resolveSibling("postgres.new");
        Path passwordFile = directory.resolveSibling("postgres.password");
        // Both are left behind by a start that did not get to its end.
        FileTrees.delete(draft);
        Files.deleteIfExists(passwordFile);
        try {
            try (FileChannel file =
                    FileChannel.open(passwordFile, Set.of(CREATE_NEW, WRITE), DataDirectory.PRIVATE_FILE)) {
                file.write(UTF_8.encode(password + '\n'));
            }
            PostgresBinaries.Outcome outcome = binaries.run(
                    INIT_LIMIT,
                    "initdb",
                    List.of(
                            "--pgdata=" + draft,
                            "--username=" + DatabaseRole.SUPERUSER.roleName(),
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--no-instructions"));
            if (!outcome.succeeded()) {
                throw new CannotStartException(
                        "Cannot make a database in %s: %s", directory, lastError(outcome.output()));
            }
            Files.move(draft, directory, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void verify() throws IOException {
        String version;
        try {
            version = Files.readString(directory.resolve("PG_VERSION")).strip();
        } catch (CharacterCodingException e) {
            throw damaged("PG_VERSION is not text");
        } catch (IOException e) {
            throw new CannotStartException(e, "The database in %s is damaged, PG_VERSION cannot be read", directory);
        }
        if (!version.matches("[0-9.]{1,10}")) {
            throw damaged("PG_VERSION holds no version");
        }
        if (!version.equals(MAJOR_VERSION)) {
            throw new CannotStartException(
                    "The database in %s is of PostgreSQL %s, and this build brings PostgreSQL %s",
                    directory, version, MAJOR_VERSION);
        }
        for (String file : List.of("global/pg_control", "postgresql.conf", "base", "pg_wal")) {
            if (!Files.exists(directory.resolve(file))) {
                throw damaged(file + " is missing");
            }
        }
    }

    private CannotStartException damaged(String what) {
        return new CannotStartException("The database in %s is damaged: %s", directory, what);
    }

    private static String lastError(String output) {
        return output.lines()
                .filter(line -> line.contains("error:") || line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((first, second) -> second)
                .map(line -> line.replaceFirst("^.*(error|FATAL|PANIC): *", ""))
                .orElse(output);
    }
}
