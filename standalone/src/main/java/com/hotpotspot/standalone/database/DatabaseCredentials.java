package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The passwords of the database's roles, made up at the first start and kept in a file that only its owner can read.
 */
final class DatabaseCredentials {

    private static final int PASSWORD_BYTES = 24;

    private final Map<DatabaseRole, String> passwords;

    private DatabaseCredentials(Map<DatabaseRole, String> passwords) {
        this.passwords = passwords;
    }

    /** Makes up passwords for a database that is yet to be made, unless an earlier start has done so. */
    static DatabaseCredentials forNewDatabase(Path file) {
        DatabaseCredentials credentials = completed(read(file));
        credentials.keepIn(file);
        return credentials;
    }

    /**
     * Those of a database that is there. A password that is missing is made up, and is to be {@linkplain #keepIn kept}
     * once the database was told of it.
     *
     * @throws CannotStartException if the superuser's is missing: a new one would fit nothing, and hide what happened
     */
    static DatabaseCredentials ofDatabase(Path file, Path database) {
        if (!Files.exists(file)) {
            throw new CannotStartException(
                    "%s is missing, which holds the passwords of the database in %s; put it back from a backup",
                    file, database);
        }
        Properties stored = read(file);
        if (stored.getProperty(DatabaseRole.SUPERUSER.roleName(), "").isBlank()) {
            throw new CannotStartException(
                    "%s is damaged, which holds the passwords of the database in %s; put it back from a backup",
                    file, database);
        }
        return completed(stored);
    }

    private static DatabaseCredentials completed(Properties stored) {
        Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            String password = stored.getProperty(role.roleName(), "");
            passwords.put(role, password.isBlank() ? newPassword() : password);
        }
        return new DatabaseCredentials(passwords);
    }

    /** Sees to it that they are in a file. What is in it after a crash is either the old or the new. */
    void keepIn(Path file) {
        try {
            if (!completed(read(file)).passwords.equals(passwords)) {
                write(file);
            }
            Files.setPosixFilePermissions(file, Set.copyOf(DataDirectory.PRIVATE_FILE.value()));
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot keep the passwords of the database in %s", file);
        }
    }

    String password(DatabaseRole role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalStateException("no password for " + role);
        }
        return password;
    }

    /** Rubbish is read as rubbish: the names that count are not in it. */
    private static Properties read(Path file) {
        Properties stored = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file, ISO_8859_1)) {
                    stored.load(reader);
                }
            }
        } catch (IllegalArgumentException e) {
            stored.clear();
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot read the passwords of the database in %s", file);
        }
        return stored;
    }

    private void write(Path file) throws IOException {
        StringBuilder text =
                new StringBuilder("# Made up at the first start. Whoever can read this owns the database.\n");
        passwords.forEach((role, password) ->
                text.append(role.roleName()).append('=').append(password).append('\n'));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), DataDirectory.PRIVATE_FILE)) {
            channel.write(UTF_8.encode(text.toString()));
            channel.force(true);
        }
        Files.move(draft, file, ATOMIC_MOVE);
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
