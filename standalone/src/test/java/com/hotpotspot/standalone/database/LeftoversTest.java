package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a crash of the machine may leave of a file: nothing, its beginning, or other bytes. */
class LeftoversTest {

    @TempDir
    static Path directory;

    @BeforeAll
    static void makeADatabase() throws SQLException {
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED);
                Connection connection = database.as(DatabaseRole.SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 4711 as number");
        }
    }

    @AfterAll
    static void nothingIsLeftRunning() throws IOException {
        assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    enum Fault {
        EMPTY,
        CUT,
        RUBBISH;

        void doTo(Path file) throws IOException {
            byte[] whole = Files.readAllBytes(file);
            Files.write(
                    file,
                    switch (this) {
                        case EMPTY -> new byte[0];
                        case CUT -> Arrays.copyOf(whole, whole.length / 3);
                        case RUBBISH ->
                            "\u00ff\u00fe\u0000\\u12\n\u0080\n".repeat(20).getBytes(ISO_8859_1);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCanBeWrittenAnewIs(Fault fault) throws Exception {
        Path postgres = directory.resolve("postgres");
        Files.writeString(postgres.resolve("postmaster.pid"), "4194303\n" + postgres + "\n0\n1\n\n127.0.0.1\n");
        Files.writeString(directory.resolve("database.credentials.new"), "postgres=half");
        for (String file : List.of(
                "hotpotspot.lock",
                "postgres.port",
                "database.credentials.new",
                "postgres/postmaster.pid",
                "postgres/postmaster.opts",
                "postgres/pg_hba.conf")) {
            fault.doTo(directory.resolve(file));
        }

        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
            assertKept(database);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeMadeAgainIsNamed(Fault fault) throws Exception {
        Map<String, String> told = new TreeMap<>(Map.of(
                "database.credentials", "is damaged, which holds the passwords of the database in",
                "postgres/PG_VERSION", "is damaged: PG_VERSION",
                "postgres/global/pg_control", "does not start: "));
        if (fault == Fault.CUT) {
            told.put("database.credentials", "database.credentials, which was damaged or belongs to another one");
            // What is left is the number of another version, which is told as such, and all that counts of the other.
            told.remove("postgres/PG_VERSION");
            told.remove("postgres/global/pg_control");
        }
        for (Map.Entry<String, String> file : told.entrySet()) {
            Path path = directory.resolve(file.getKey());
            byte[] whole = Files.readAllBytes(path);
            fault.doTo(path);
            byte[] damaged = Files.readAllBytes(path);
            try (DataDirectory data = DataDirectory.open(directory)) {
                assertThatExceptionOfType(CannotStartException.class)
                        .as(file.getKey())
                        .isThrownBy(() ->
                                EmbeddedDatabase.start(data, Programs.UNPACKED).close())
                        .satisfies(refusal -> assertThat(refusal.getMessage())
                                .contains(file.getValue(), data.root().toString())
                                .doesNotContain("\n", "Exception"));
                assertThat(path).as("is left as it is").hasBinaryContent(damaged);
            } finally {
                Files.write(path, whole);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedProgramsAreUnpackedAnew(Fault fault) throws Exception {
        Path program;
        Path list;
        try (var below = Files.walk(Programs.UNPACKED)) {
            program = below.filter(file -> file.endsWith("bin/pg_ctl"))
                    .findFirst()
                    .orElseThrow();
        }
        try (var beside = Files.list(Programs.UNPACKED)) {
            list = beside.filter(file -> file.toString().endsWith(".contents"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(program);
        fault.doTo(fault == Fault.RUBBISH ? list : program);

        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
            assertKept(database);
        }
        assertThat(program).hasBinaryContent(whole);
    }

    @Test
    void aServerThatItsDamagedProcessFileHidesIsNotIgnored() throws Exception {
        Path processFile = directory.resolve("postgres/postmaster.pid");
        EmbeddedDatabase lost;
        try (DataDirectory data = DataDirectory.open(directory)) {
            lost = EmbeddedDatabase.start(data, Programs.UNPACKED);
        }
        byte[] whole = Files.readAllBytes(processFile);
        Fault.EMPTY.doTo(processFile);
        try (DataDirectory data = DataDirectory.open(directory)) {
            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(() ->
                            EmbeddedDatabase.start(data, Programs.UNPACKED).close())
                    .withMessageContaining("is a database server that still works in")
                    .withMessageContaining("stop that process");
        } finally {
            Files.write(processFile, whole);
            lost.close();
        }
    }

    private static void assertKept(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.as(DatabaseRole.SUPERUSER).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select number from kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(4711);
        }
        try (Connection connection = database.as(DatabaseRole.QUERY).getConnection()) {
            assertThat(connection.isValid(10)).isTrue();
        }
    }
}
