package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each damage is done to a working database, and mended again for the next one. */
class DamagedDatabaseTest {

    @TempDir
    static Path directory;

    private static DataDirectory data;

    @BeforeAll
    static void makeADatabase() {
        data = DataDirectory.open(directory);
        EmbeddedDatabase.start(data, Programs.UNPACKED).close();
    }

    @AfterAll
    static void unlock() {
        data.close();
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        Path processFile = data.postgres().resolve("postmaster.pid");
        if (Files.exists(processFile)) {
            // Left behind by a server that broke down.
            long process = Long.parseLong(Files.readAllLines(processFile).getFirst());
            assertThat(ProcessHandle.of(process).filter(Postmaster::runs)).isEmpty();
        }
    }

    @Test
    void anotherMajorVersionIsNamed() throws IOException {
        assertRefused("PG_VERSION", "14\n", "is of PostgreSQL 14, and this build brings PostgreSQL 18");
    }

    @Test
    void anUnreadableVersionIsDamage() throws IOException {
        assertRefused("PG_VERSION", "\u00ff\u00fe", "damaged: PG_VERSION is not text");
        assertRefused("PG_VERSION", "hello", "damaged: PG_VERSION holds no version");
        assertRefused("PG_VERSION", null, "damaged, PG_VERSION cannot be read");
    }

    @Test
    void aMissingControlFileIsDamage() throws IOException {
        assertRefused("global/pg_control", null, "damaged: global/pg_control is missing");
    }

    @Test
    void aBrokenControlFileIsReportedInTheServersWords() throws IOException {
        assertRefused("global/pg_control", "broken", "does not start: ");
    }

    @Test
    void aBrokenConfigurationIsReportedInTheServersWords() throws IOException {
        assertRefused("postgresql.conf", "no such setting at all", "does not start: ", "contains errors");
    }

    @Test
    void aPasswordThatIsNotTheDatabasesIsReported() throws IOException {
        Path credentials = data.file("database.credentials");
        String right = Files.readString(credentials);
        Files.writeString(credentials, right.replaceAll("postgres=.*", "postgres=wrong"));
        try {
            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(() ->
                            EmbeddedDatabase.start(data, Programs.UNPACKED).close())
                    .withMessageContaining("Cannot set up the database")
                    .withMessageContaining("password authentication failed");
        } finally {
            Files.writeString(credentials, right);
        }
    }

    @Test
    void aLostPasswordFileIsNotReplacedByNewPasswords() throws IOException {
        Path credentials = data.file("database.credentials");
        String right = Files.readString(credentials);
        Files.delete(credentials);
        try {
            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(() ->
                            EmbeddedDatabase.start(data, Programs.UNPACKED).close())
                    .withMessageContaining("database.credentials is missing");
            assertThat(credentials).doesNotExist();
        } finally {
            Files.writeString(credentials, right);
        }
    }

    private static void assertRefused(String file, @Nullable String content, String... message) throws IOException {
        Path path = data.postgres().resolve(file);
        Path aside = data.file("aside");
        Files.move(path, aside);
        try {
            if (content != null) {
                Files.writeString(path, content, ISO_8859_1);
            }
            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(() ->
                            EmbeddedDatabase.start(data, Programs.UNPACKED).close())
                    .satisfies(refusal -> assertThat(refusal.getMessage())
                            .contains(message)
                            .contains(data.postgres().toString())
                            .doesNotContain("\n"));
        } finally {
            Files.deleteIfExists(path);
            Files.move(aside, path);
        }
    }
}
