package com.hotpotspot.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;

class EmbeddedDatabaseTest {

    /** Of a database that is stopped between the tests. */
    @TempDir
    static Path directory;

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class AfterTheFirstStart {

        private DataDirectory data;
        private EmbeddedDatabase database;

        @BeforeAll
        void start() {
            data = DataDirectory.open(directory);
            database = EmbeddedDatabase.start(data, Programs.UNPACKED);
        }

        @AfterAll
        void stop() {
            database.close();
            data.close();
        }

        @Test
        void everyRoleConnectsWithItsPassword() throws SQLException {
            for (DatabaseRole role : DatabaseRole.values()) {
                assertThat(query(database, role, "select current_user || '@' || current_database()"))
                        .containsExactly(role.roleName() + "@hotpotspot");
            }
        }

        @Test
        void nobodyConnectsWithoutAPassword() {
            for (DatabaseRole role : DatabaseRole.values()) {
                Properties withoutPassword = new Properties();
                withoutPassword.setProperty("user", role.roleName());
                assertThatExceptionOfType(PSQLException.class)
                        .as(role.roleName())
                        .isThrownBy(() -> DriverManager.getConnection(database.url(), withoutPassword)
                                .close())
                        .withMessageContaining("no password was provided");
            }
        }

        @Test
        void nobodyIsTrustedByAddressOrSocket() throws SQLException {
            assertThat(query(database, DatabaseRole.SUPERUSER, "select distinct auth_method from pg_hba_file_rules"))
                    .containsExactly("scram-sha-256");
            assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show("unix_socket_directories")).isEmpty();
        }

        @Test
        void whatIsCommittedIsOnDisk() throws SQLException {
            assertThat(Map.of(
                            "fsync", show("fsync"),
                            "synchronous_commit", show("synchronous_commit"),
                            "full_page_writes", show("full_page_writes"),
                            "data_checksums", show("data_checksums")))
                    .hasSize(4)
                    .allSatisfy(
                            (setting, value) -> assertThat(value).as(setting).isEqualTo("on"));
        }

        @Test
        void textIsUtf8AndTimesAreUtc() throws SQLException {
            assertThat(show("server_encoding")).isEqualTo("UTF8");
            assertThat(query(
                            database,
                            DatabaseRole.SUPERUSER,
                            "select datlocprovider::text || datcollate from pg_database where datname = 'hotpotspot'"))
                    .containsExactly("bC");
            // The driver asks for the time zone of its own machine, so the server's own is in its log.
            assertThat(show("log_timezone")).isEqualTo("UTC");
        }

        @Test
        void onlyTheOwnerOfTheDirectoryReadsIt() throws IOException {
            assertThat(permissions(data.root())).isEqualTo("rwx------");
            assertThat(permissions(data.postgres())).isEqualTo("rwx------");
            assertThat(permissions(data.logs())).isEqualTo("rwx------");
            assertThat(permissions(data.file("database.credentials"))).isEqualTo("rw-------");
        }

        @Test
        void noPasswordIsLeftInALogOrAnotherFile() throws IOException {
            assertThat(data.file("postgres.password")).doesNotExist();
            String log = Files.readString(data.logs().resolve("postgresql.log"));
            for (DatabaseRole role : DatabaseRole.values()) {
                assertThat(log).doesNotContain(database.password(role));
            }
        }

        @Test
        void passwordsAreLongAndDiffer() {
            List<String> passwords = new ArrayList<>();
            for (DatabaseRole role : DatabaseRole.values()) {
                passwords.add(database.password(role));
            }
            assertThat(passwords)
                    .doesNotHaveDuplicates()
                    .allSatisfy(it -> assertThat(it).hasSizeGreaterThanOrEqualTo(32));
        }

        private String show(String setting) throws SQLException {
            return query(database, DatabaseRole.SUPERUSER, "show " + setting).getFirst();
        }
    }

    @Nested
    class AtALaterStart {

        @Test
        void dataPasswordsAndPortAreTheSame() throws SQLException {
            String url;
            String password;
            try (DataDirectory data = DataDirectory.open(directory);
                    EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
                url = database.url();
                password = database.password(DatabaseRole.COMMAND);
                execute(database, "drop table if exists kept; create table kept as select 4711 as number");
            }
            try (DataDirectory data = DataDirectory.open(directory);
                    EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
                assertThat(database.url()).isEqualTo(url);
                assertThat(database.password(DatabaseRole.COMMAND)).isEqualTo(password);
                assertThat(query(database, DatabaseRole.SUPERUSER, "select number from kept"))
                        .containsExactly("4711");
            }
        }

        @Test
        void aServerLeftRunningIsStoppedAndItsDataKept() throws SQLException {
            long leftOver;
            try (DataDirectory data = DataDirectory.open(directory)) {
                // Never closed, as after kill -9 of the process that started it.
                EmbeddedDatabase lost = EmbeddedDatabase.start(data, Programs.UNPACKED);
                execute(lost, "drop table if exists kept; create table kept as select 4711 as number");
                leftOver = serverProcess(data);
            }
            try (DataDirectory data = DataDirectory.open(directory);
                    EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
                assertThat(ProcessHandle.of(leftOver).filter(Postmaster::runs)).isEmpty();
                assertThat(query(database, DatabaseRole.SUPERUSER, "select number from kept"))
                        .containsExactly("4711");
            }
        }

        @Test
        void aServerThatWasKilledIsStartedAgainAndItsDataKept() throws Exception {
            try (DataDirectory data = DataDirectory.open(directory);
                    EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
                execute(database, "drop table if exists kept; create table kept as select 4711 as number");
                CountDownLatch ended = new CountDownLatch(1);
                database.whenItEnds(ended::countDown);
                ProcessHandle.of(serverProcess(data)).ifPresent(ProcessHandle::destroyForcibly);
                assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();

                // What the killed server left running may stand in the way for a moment.
                await().atMost(Duration.ofMinutes(1))
                        .ignoreExceptionsInstanceOf(CannotStartException.class)
                        .until(() -> {
                            database.startAgain();
                            return true;
                        });

                assertThat(query(database, DatabaseRole.SUPERUSER, "select number from kept"))
                        .containsExactly("4711");
            }
        }

        @Test
        void aDatabaseThatWasClosedIsNotStartedAgain() throws Exception {
            try (DataDirectory data = DataDirectory.open(directory)) {
                EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED);
                database.close();

                database.startAgain();

                assertThat(data.postgres().resolve("postmaster.pid")).doesNotExist();
            }
        }

        @Test
        void aProcessThatTookTheNumberOfADeadServerIsLeftAlone() throws Exception {
            try (DataDirectory data = DataDirectory.open(directory);
                    EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
                assertThat(serverProcess(data)).isPositive();
                assertThat(database.url()).isNotBlank();
            }
            Process stranger = new ProcessBuilder("sleep", "300").start();
            try (DataDirectory data = DataDirectory.open(directory)) {
                Path processFile = data.postgres().resolve("postmaster.pid");
                Files.writeString(processFile, stranger.pid() + "\n" + data.postgres() + "\n0\n1\n\n127.0.0.1\n");
                try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
                    assertThat(query(database, DatabaseRole.QUERY, "select 1")).containsExactly("1");
                }
                assertThat(stranger.isAlive()).isTrue();
            } finally {
                stranger.destroy();
                assertThat(stranger.waitFor(10, TimeUnit.SECONDS)).isTrue();
            }
        }

        @Test
        void aServerThatMightStillWorkInAMovedDirectoryIsNotIgnored() throws Exception {
            EmbeddedDatabase lost;
            try (DataDirectory data = DataDirectory.open(directory)) {
                lost = EmbeddedDatabase.start(data, Programs.UNPACKED);
            }
            Path after = Files.move(directory, directory.resolveSibling(directory.getFileName() + "-moved"));
            try (DataDirectory data = DataDirectory.open(after)) {
                assertThatExceptionOfType(CannotStartException.class)
                        .isThrownBy(() ->
                                EmbeddedDatabase.start(data, Programs.UNPACKED).close())
                        .withMessageStartingWith("Process " + serverProcess(data) + " may be a database server");
            } finally {
                Files.move(after, directory);
                lost.close();
            }
        }

        @Test
        void aPortThatSomebodyElseHasIsExchanged() throws Exception {
            try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    DataDirectory data = DataDirectory.open(directory)) {
                Files.writeString(data.file("postgres.port"), somebody.getLocalPort() + "\n");
                try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
                    assertThat(query(database, DatabaseRole.OWNER, "select 1")).containsExactly("1");
                    assertThat(database.url()).doesNotContain(":" + somebody.getLocalPort() + "/");
                }
            }
        }

        @Test
        void theDirectoryMayBeCalledAlmostAnything(@TempDir Path parent) throws Exception {
            Path odd = parent.resolve("-it's an (odd) [name] {of} 100% #1; a&b|c <d> *e? ~f=g, h:i!");
            try (DataDirectory data = DataDirectory.open(odd)) {
                Programs.lendTo(data);
                try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
                    assertThat(query(database, DatabaseRole.QUERY, "select 1")).containsExactly("1");
                }
                assertThat(data.logs().resolve("postgresql.log")).exists();
            }
        }

        @Test
        void aSetUpThatWasCutOffIsFinished(@TempDir Path fresh) throws Exception {
            try (DataDirectory data = DataDirectory.open(fresh)) {
                // Passwords were written, then initdb was cut off half-way.
                DatabaseCredentials.forNewDatabase(data.file("database.credentials"));
                Files.createDirectories(data.file("postgres.new").resolve("base"));
                Files.writeString(data.file("postgres.password"), "left behind");
                try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
                    // Then it was cut off between the roles and their passwords.
                    execute(database, "alter role hps_query password null");
                    execute(database, "drop owned by hps_export; drop role hps_export");
                }
                assertThat(data.file("postgres.new")).doesNotExist();
                try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Programs.UNPACKED)) {
                    assertThat(query(database, DatabaseRole.QUERY, "select 1")).containsExactly("1");
                    assertThat(query(database, DatabaseRole.EXPORT, "select 1")).containsExactly("1");
                }
            }
        }
    }

    private static long serverProcess(DataDirectory data) {
        try {
            return Long.parseLong(Files.readAllLines(data.postgres().resolve("postmaster.pid"))
                    .getFirst());
        } catch (IOException e) {
            throw new AssertionError("the server has no process file", e);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.as(DatabaseRole.SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(EmbeddedDatabase database, DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = database.as(role).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
