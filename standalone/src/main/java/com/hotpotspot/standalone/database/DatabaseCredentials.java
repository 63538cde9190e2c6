package com.hotpotspot.standalone.database;

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

    /** Reads the file, and adds what is missing. What is in the file after a crash is either the old or the new. */
    static DatabaseCredentials at(Path file) {
        try {
            Properties stored = read(file);
            Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
            for (DatabaseRole role : DatabaseRole.values()) {
                String password = stored.getProperty(role.roleName());
                passwords.put(role, password == null ? newPassword() : password);
            }
            DatabaseCredentials credentials = new DatabaseCredentials(passwords);
            if (stored.size() < passwords.size()) {
                credentials.write(file);
            }
            Files.setPosixFilePermissions(file, Set.copyOf(DataDirectory.PRIVATE_FILE.value()));
            return credentials;
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStartException(e, "Cannot read or write the passwords of the database");
        }
    }

    String password(DatabaseRole role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalStateException("no password for " + role);
        }
        return password;
    }

    private static Properties read(Path file) throws IOException {
        Properties stored = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            }
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
