package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log on PostgreSQL takes from whom, and what it does not take from anybody. */
class LogDefenceTest {

    private static final String DENIED = "42501";

    private static final String ROW =
            "(position, sequence, recorded_at, event_id, stream, type, revision, payload, metadata)"
                    + " values (%s, 0, 1700000000000, gen_random_uuid(), '%s', '%s', '1', '{}', '{}')";

    private static final String FIRST_ROW =
            "(position, sequence, recorded_at, event_id, stream, type, revision, payload, metadata)"
                    + " values (1, 0, 1700000000000, gen_random_uuid(), 'node:X', 'node.activated', '1', '{}', '{}')";

    private static final String OWN_ROW_OF_QUERY = "(position, sequence, recorded_at, event_id, stream, type, revision,"
            + " payload, metadata)"
            + " values (1, 0, 1700000000000, gen_random_uuid(), 'audit:x', 'audit.key-rotated', '1', '{}', '{}')";

    private TestDatabase database;
    private PostgresEventLog log;

    @BeforeEach
    void aLogWithOneEvent() {
        database = TestDatabase.with(SchemaModule.LOG);
        log = as("hps_command");
        log.append(List.of(event("node:FIRST", 0, "node.registered")));
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    private PostgresEventLog as(String role) {
        return new PostgresEventLog(database.as(role));
    }

    private static NewEvent event(String stream, long sequence, String type) {
        return event(stream, sequence, type, "{}", Instant.ofEpochMilli(1_700_000_000_000L));
    }

    private static NewEvent event(String stream, long sequence, String type, String payload, Instant recordedAt) {
        return new NewEvent(
                StreamId.parse(stream),
                sequence,
                UuidCreator.getTimeOrderedEpoch(),
                type,
                "1",
                recordedAt,
                payload.getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }

    /** The first event that wants in, and so many like it, as few go in by another way than many. */
    private static List<NewEvent> times(int count, String stream, String type) {
        return LongStream.range(0, count).mapToObj(i -> event(stream, i, type)).toList();
    }

    private void run(String role, String sql) throws SQLException {
        try (Connection connection = database.as(role).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }

    private void assertRefused(String role, String sql) {
        assertThatThrownBy(() -> run(role, sql))
                .as("%s by %s", sql, role)
                .isInstanceOf(SQLException.class)
                .extracting(failure -> ((SQLException) failure).getSQLState())
                .isEqualTo(DENIED);
    }

    @Nested
    class Writers {

        @ParameterizedTest
        @CsvSource({
            "hps_command, sale:VAKE:1, sale.recorded",
            "hps_command, account:ana, account.role-granted",
            "hps_command, key:abc, idempotency.key-used",
            "hps_command, auditor:ana, auditor.appointed",
            "hps_query, audit:keys, audit.key-rotated",
            "hps_query, audit:witnesses, audit.witnesses-chosen",
            "hps_query, export:sales:csv:2026-01-01:2026-02-01:7, export.recorded",
            "hps_query, projection:sales:7, projection.event-discarded",
        })
        void writeWhatIsTheirs(String role, String stream, String type) {
            PostgresEventLog theirs = as(role);

            assertThat(theirs.append(times(1, stream, type))).isEqualTo(new Appended(1, 1));
            assertThat(theirs.append(times(100, stream + "-many", type))).isEqualTo(new Appended(2, 101));
        }

        @ParameterizedTest
        @CsvSource({
            "hps_query, account:ana, account.role-granted",
            "hps_query, sale:VAKE:1, sale.recorded",
            "hps_query, key:abc, idempotency.key-used",
            "hps_query, audit:keys, account.role-granted",
            "hps_query, account:ana, audit.key-rotated",
            "hps_query, audit:keys, export.recorded",
            "hps_query, export:sales, audit.key-rotated",
            "hps_command, audit:keys, audit.key-rotated",
            "hps_command, export:sales, export.recorded",
            "hps_command, projection:sales:7, projection.event-discarded",
            "hps_command, audit:keys, node.activated",
            "hps_query, projection:sales:7, projection.unknown",
            "hps_command, node:VAKE, audit.key-rotated",
            "hps_command, node:VAKE, export.recorded",
            "hps_command, key:abc, node.activated",
            "hps_command, node:VAKE, idempotency.key-used",
            "hps_export, node:VAKE, node.activated",
            "hps_export, export:sales, export.recorded",
            "hps_owner, node:VAKE, node.activated",
        })
        void writeNothingElse(String role, String stream, String type) {
            PostgresEventLog theirs = as(role);

            for (int count : new int[] {1, 100}) {
                assertThatThrownBy(() -> theirs.append(times(count, stream, type)))
                        .as("%d events", count)
                        .isInstanceOf(EventLogUnavailableException.class)
                        .rootCause()
                        .extracting(failure -> ((SQLException) failure).getSQLState())
                        .isEqualTo(DENIED);
            }
            assertThat(log.head()).isZero();
        }

        /** Or nobody could record what this build wants to; a type that is new is named in a migration. */
        @Test
        void areThereForEveryType() throws SQLException {
            try (Connection connection = database.as("hps_owner").getConnection();
                    PreparedStatement writer = connection.prepareStatement("select log.writer_of(?, ?)")) {
                for (EventType type : EventTypes.all()) {
                    String family = type.name().substring(0, type.name().indexOf('.'));
                    boolean byQuery = List.of("audit", "export", "projection").contains(family);
                    writer.setString(1, (family.equals("idempotency") ? "key" : family) + ":x");
                    writer.setString(2, type.name());
                    try (ResultSet row = writer.executeQuery()) {
                        row.next();
                        assertThat(row.getString(1)).as(type.name()).isEqualTo(byQuery ? "hps_query" : "hps_command");
                    }
                }
            }
        }

        /** One stream of another's among few and among many of one's own. */
        @ParameterizedTest
        @ValueSource(ints = {1, 100})
        void writeNothingOfAnothersAmongTheirOwn(int own) {
            List<NewEvent> mixed = new ArrayList<>(times(own, "node:VAKE", "node.activated"));
            mixed.add(event("audit:keys", 0, "audit.key-rotated"));

            assertThatThrownBy(() -> log.append(mixed)).isInstanceOf(EventLogUnavailableException.class);
            assertThat(log.head()).isZero();
        }

        /** A role that a session puts on is the one that counts, and nobody can put on another's. */
        @Test
        void areWhoTheyActAs() throws SQLException {
            String insertion = "insert into log.arrival "
                    + String.format(Locale.ROOT, ROW, 1, "account:ana", "account.role-granted");
            assertRefused("hps_query", "set role hps_command");
            assertRefused("hps_query", "select set_config('role', 'hps_command', false)");
            database.execute("set role hps_export; select 1");
            assertThatThrownBy(() -> database.execute("set role hps_query; " + insertion))
                    .rootCause()
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo(DENIED);
            run("hps_command", insertion);
            assertThat(log.head()).isEqualTo(1);
        }
    }

    @Nested
    class Statements {

        @ParameterizedTest
        @ValueSource(strings = {"hps_command", "hps_query", "hps_export"})
        void thatGoRoundTheLogsFunctionsAreRefused(String role) {
            List.of(
                            "insert into log.event "
                                    + String.format(Locale.ROOT, ROW, 1, "audit:keys", "audit.key-rotated"),
                            "insert into log.event "
                                    + String.format(Locale.ROOT, ROW, 1, "node:VAKE", "node.activated"),
                            "copy log.event from stdin",
                            "update log.event set type = 'x'",
                            "delete from log.event",
                            "truncate log.event",
                            "update log.arrival set type = 'x'",
                            "delete from log.arrival",
                            "truncate log.arrival",
                            "select count(*) from log.arrival",
                            "insert into log.head values (7, gen_random_uuid())",
                            "update log.head set position = -1",
                            "delete from log.head",
                            "truncate log.head",
                            "select * from log.turn",
                            "insert into log.turn default values",
                            "lock table log.turn in access share mode",
                            "lock table log.turn in exclusive mode",
                            "lock table log.head in exclusive mode",
                            "lock table log.event in row exclusive mode",
                            "lock table log.event in share mode",
                            "lock table log.event in access exclusive mode",
                            "select * from log.event for update",
                            "select * from log.event for key share",
                            "select * from log.head for share",
                            "select log.look_closely(0)",
                            "select log.is_event('', '', '', 0, '', '')",
                            "select log.is_plain('', '', '', 0, '', '')",
                            "select log.called_by('hps_command')",
                            "select log.refuse_other_end(0, null, 0, null)",
                            "alter table log.event disable trigger all",
                            "alter table log.arrival disable trigger all",
                            "alter table log.arrival detach partition log.event",
                            "drop table log.event",
                            "create table log.mine (a int)",
                            "create table public.mine (a int)",
                            "create temporary table mine (a int)",
                            "create schema mine",
                            "create or replace function log.claim() returns void language sql return null",
                            "set session_replication_role = replica",
                            "set role hps_owner",
                            "select pg_advisory_lock(79509832093511)",
                            "select pg_try_advisory_lock(1, 2)",
                            "select pg_advisory_xact_lock(79509832093511)",
                            "select pg_advisory_lock_shared(79509832093511)",
                            "select lo_create(0)",
                            "select lo_from_bytea(0, '\\x00')",
                            "select pg_read_file('postgresql.conf')",
                            "copy log.event to program 'true'",
                            "select * from log.migration_history")
                    .forEach(statement -> assertRefused(role, statement));
            assertThat(log.head()).isZero();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "insert into log.arrival select 1, 0, recorded_at, event_id, 'node:B', type, revision, payload, metadata from log.event",
                    "select log.claim('{}', '{}', '{}', '{}')",
                    "select * from log.snapshot",
                    "set temp_file_limit = -1"
                })
        void ofWritersAreRefusedToReaders(String statement) {
            assertRefused("hps_export", statement);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "hps_export | select * from log.event",
                    "hps_export | select * from log.head",
                    "hps_export | listen hps_log",
                    "hps_query | select * from log.event",
                    "hps_query | listen hps_log",
                    "hps_query | notify hps_log",
                    "hps_command | select * from log.event",
                    "hps_command | select log.claim('{}', '{}', '{}', '{}')",
                    "hps_command | delete from log.snapshot",
                    "hps_command | notify hps_log",
                })
        void thatAreNeededWork(String role, String statement) {
            assertThatCode(() -> run(role, statement)).doesNotThrowAnyException();
        }
    }

    @Nested
    class Readers {

        /** With all that a reader can hold, in a transaction that does not end. */
        @Test
        void holdUpNoWriter() throws SQLException {
            for (String reader : List.of("hps_export", "hps_query")) {
                try (Connection connection = database.as(reader).getConnection();
                        Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    statement.execute("set transaction isolation level serializable");
                    statement.execute("lock table log.event in access share mode");
                    statement.execute("lock table log.head in access share mode");
                    statement.execute("select * from log.event");

                    long head = log.head();
                    assertThat(log.append(List.of(event("node:" + reader, 0, "node.registered"))))
                            .isEqualTo(new Appended(head + 1, head + 1));
                    connection.rollback();
                }
            }
        }
    }

    /** Or the last id of the array would not be that of the last event, and the end of the log another. */
    @ParameterizedTest
    @ValueSource(strings = {"'[0:0]={%s}'", "'[7:7]={%s}'", "'{{%s}}'"})
    void idsThatAreNumberedOtherwiseAreRefused(String ids) throws SQLException {
        String id = "00000000-0000-7000-8000-000000000001";

        assertThatThrownBy(() -> run("hps_query", appending("'{audit:x}'", String.format(Locale.ROOT, ids, id))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("begin at 1");

        assertThatCode(log::requireWhole).doesNotThrowAnyException();
        run("hps_query", appending("'{audit:x}'", String.format(Locale.ROOT, "'{%s}'", id)));
        assertThat(log.append(List.of(event("node:NEXT", 0, "node.registered"))))
                .isEqualTo(new Appended(2, 2));
    }

    @Test
    void anEventThatLacksAPartIsNotLeftOut() {
        String id = "'{00000000-0000-7000-8000-000000000001,00000000-0000-7000-8000-000000000002}'";

        assertThatThrownBy(() -> run("hps_query", appending("'{audit:x}'", id))).isInstanceOf(SQLException.class);
        assertThat(log.head()).isZero();
    }

    private static String appending(String streams, String ids) {
        return "select log.append('{}', '{}', '{}', '{}', '{0}', " + streams + ", '{0}', " + ids
                + ", '{audit.key-rotated}', '{1}', '{1700000000000}', array['{}'::bytea], array['{}'::bytea])";
    }

    /** A process that stands still while it has the turn is sent away, and the turn is the next one's. */
    @ParameterizedTest
    @ValueSource(strings = {"select log.claim('{}', '{}', '{}', '{}')", "insert into log.arrival " + FIRST_ROW})
    void whoHasTheTurnIsNotIdleForLong(String taking) throws SQLException {
        try (Connection connection = database.as("hps_command").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(taking);
            try (ResultSet row = statement.executeQuery("show idle_in_transaction_session_timeout")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("10s");
            }
            connection.rollback();
        }
    }

    /** As it is when the disk is full. */
    @Test
    void whatTheDatabaseRefusesIsKnownUntilItTakesSomething() throws SQLException {
        run("hps_owner", """
                create function log.no_room() returns trigger language plpgsql as $$
                begin raise exception 'no space left' using errcode = 'disk_full'; end $$;
                create trigger no_room before insert on log.event execute function log.no_room()""");

        assertThat(log.takesAppends()).isTrue();
        assertThatThrownBy(() -> log.append(List.of(event("node:NEXT", 0, "node.registered"))))
                .isInstanceOf(EventLogUnavailableException.class);
        assertThat(log.takesAppends()).isFalse();
        run("hps_owner", "drop trigger no_room on log.event");
        log.append(List.of(event("node:NEXT", 0, "node.registered")));
        assertThat(log.takesAppends()).isTrue();
    }

    /** Whatever a session sets, and however it goes on, the command side is not kept from appending by it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select log.claim('{}', '{}', '{}', '{}')",
                "select log.append('{0}', '{audit:x}', '{0}', '{00000000-0000-7000-8000-000000000001}', '{0}', '{audit:x}', '{0}',"
                        + " '{00000000-0000-7000-8000-000000000001}', '{audit.key-rotated}', '{1}', '{1700000000000}', array['{}'::bytea], array['{}'::bytea])",
                "insert into log.arrival " + OWN_ROW_OF_QUERY,
            })
    void whoKeepsTheTurnFromTheCommandSideIsSentAway(String taking) throws SQLException {
        try (Connection connection = database.as("hps_query").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(taking);
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute("set local transaction_timeout = 0");

            assertThat(log.append(List.of(event("node:SECOND", 0, "node.registered"))))
                    .isEqualTo(new Appended(1, 1));

            assertThatThrownBy(() -> statement.execute("select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void whoKeepsTheTurnWithinOneStatementIsSentAwayToo() throws Exception {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sleeping = other.submit(() -> {
                run("hps_query", "select log.claim('{}', '{}', '{}', '{}'), pg_sleep(3600)");
                return null;
            });
            await().until(() -> database.bytes(
                                    "select count(*)::text::bytea from pg_locks where relation = 'log.turn'::regclass and granted"
                                            + " and database = (select oid from pg_database where datname = current_database())")[
                            0]
                    == '1');

            assertThat(log.append(times(100, "node:SECOND", "node.registered"))).isEqualTo(new Appended(1, 100));

            assertThatThrownBy(sleeping::get).hasCauseInstanceOf(SQLException.class);
        }
    }

    /** Another command side is waited for, however long its batch takes. */
    @Test
    void nobodyElseIsSentAwayForIt() throws SQLException {
        try (Connection connection = database.as("hps_command").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select log.claim('{}', '{}', '{}', '{}')");

            run("hps_query", "select log.end_long_turn()");

            assertThatCode(() -> statement.execute("select 1")).doesNotThrowAnyException();
            connection.rollback();
        }
        assertRefused("hps_export", "select log.end_long_turn()");
    }

    @Nested
    class TheEnd {

        private void cutOff(long from) {
            database.execute("set session_replication_role = replica; delete from log.event where position >= " + from);
        }

        private void assertTakesNoMore() {
            for (int count : new int[] {1, 100}) {
                assertThatThrownBy(() -> log.append(times(count, "node:LATER", "node.activated")))
                        .isInstanceOf(LogCutShortException.class)
                        .hasMessageContaining("restore the log");
            }
            assertThatThrownBy(log::requireWhole).isInstanceOf(LogCutShortException.class);
        }

        @Test
        void isWhereItWasWrittenLast() {
            log.append(times(100, "node:VAKE", "node.activated"));
            log.append(times(3, "node:GORI", "node.activated"));

            assertThatCode(log::requireWhole).doesNotThrowAnyException();
            assertThatCode(as("hps_query")::requireWhole).doesNotThrowAnyException();
        }

        @Test
        void thatIsMissingIsNotWrittenOver() {
            log.append(times(6, "node:VAKE", "node.activated"));
            cutOff(3);

            assertTakesNoMore();
            assertThat(log.head()).isEqualTo(2);
        }

        @Test
        void ofAnEmptiedLogIsMissingToo() {
            cutOff(0);

            assertTakesNoMore();
        }

        @Test
        void thatIsAnotherEventIsNotWrittenOn() {
            database.execute("set session_replication_role = replica;"
                    + " update log.event set event_id = gen_random_uuid() where position = 0");

            assertTakesNoMore();
        }

        @Test
        void withEventsThatTheLogDidNotTakeIsNotWrittenOn() {
            database.execute("insert into log.event " + String.format(Locale.ROOT, ROW, 1, "node:X", "node.activated"));

            assertTakesNoMore();
        }

        /** A hole is not filled by somebody who writes his positions himself. */
        @ParameterizedTest
        @ValueSource(longs = {0, 2, 7})
        void isWhereTheNextPositionIs(long position) {
            assertThatThrownBy(() -> run(
                            "hps_command",
                            "insert into log.arrival "
                                    + String.format(Locale.ROOT, ROW, position, "node:X", "node.activated")))
                    .isInstanceOf(SQLException.class);
            assertThat(log.head()).isZero();
            assertThatCode(log::requireWhole).doesNotThrowAnyException();
        }

        @Test
        void movesNotWithAnAppendThatIsUndone() throws SQLException {
            try (Connection connection = database.as("hps_command").getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(
                        "insert into log.arrival " + String.format(Locale.ROOT, ROW, 1, "node:X", "node.activated"));
                connection.rollback();
            }

            assertThat(log.append(List.of(event("node:Y", 0, "node.activated"))))
                    .isEqualTo(new Appended(1, 1));
        }
    }

    @Nested
    class Events {

        @Test
        void thatTheLogRefusesTakeNobodyElsesWithThem() throws Exception {
            NewEvent outOfTime = event("node:ODD", 0, "node.activated", "{}", Instant.parse("2150-01-01T00:00:00Z"));
            try (Connection locker = database.as("hps_owner").getConnection();
                    Statement statement = locker.createStatement();
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                locker.setAutoCommit(false);
                statement.execute("lock table log.turn in exclusive mode");
                Future<Appended> plug =
                        callers.submit(() -> log.append(List.of(event("node:PLUG", 0, "node.activated"))));
                await().until(() -> log.waitingCommands() == 0);
                List<Future<Appended>> good = new ArrayList<>();
                good.add(callers.submit(() -> log.append(List.of(event("node:A", 0, "node.activated")))));
                Future<Appended> bad = callers.submit(() -> log.append(List.of(outOfTime)));
                good.add(callers.submit(() -> log.append(times(100, "node:B", "node.activated"))));
                await().until(() -> log.waitingCommands() == 3);
                locker.commit();

                assertThatThrownBy(bad::get).hasCauseInstanceOf(EventLogUnavailableException.class);
                for (Future<Appended> answer : good) {
                    assertThatCode(answer::get).doesNotThrowAnyException();
                }
                assertThatCode(plug::get).doesNotThrowAnyException();
            }
            assertThat(log.head()).isEqualTo(102);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "x", "", "{"})
        void haveAnObjectAsTheirPayload(String payload) {
            assertRefused(event("node:A", 0, "node.activated", payload, Instant.ofEpochSecond(1_700_000_000)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1999-12-31T23:59:59.999Z", "2100-01-01T00:00:00Z"})
        void areRecordedInOurTime(Instant odd) {
            assertRefused(event("node:A", 0, "node.activated", "{}", odd));
        }

        /** By itself, and behind many others, as few go in by another way than many. */
        private void assertRefused(NewEvent odd) {
            List<NewEvent> many = new ArrayList<>(times(100, "node:VAKE", "node.activated"));
            many.add(odd);
            for (List<NewEvent> events : List.of(List.of(odd), many)) {
                assertThatThrownBy(() -> log.append(events))
                        .as("%d events", events.size())
                        .isInstanceOf(EventLogUnavailableException.class)
                        .rootCause()
                        .extracting(failure -> ((SQLException) failure).getSQLState())
                        .isEqualTo("HPL02");
            }
            assertThat(log.head()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2000-01-01T00:00:00Z", "2099-12-31T23:59:59.999Z"})
        void areRecordedAtTheBoundsOfOurTime(Instant bound) {
            assertThat(log.append(List.of(event("node:A", 0, "node.activated", "{}", bound))))
                    .isEqualTo(new Appended(1, 1));
        }

        @Test
        void areAtMostAMegabyte() {
            String full = "{\"a\":\"" + "x".repeat((1 << 20) - 8) + "\"}";
            Instant now = Instant.ofEpochMilli(1_700_000_000_000L);

            assertThat(log.append(List.of(event("node:A", 0, "node.activated", full, now))))
                    .isEqualTo(new Appended(1, 1));
            assertThatThrownBy(() ->
                            log.append(List.of(event("node:B", 0, "node.activated", full.replace("a", "aa"), now))))
                    .isInstanceOf(EventLogUnavailableException.class)
                    .rootCause()
                    .hasMessageContaining("node.activated in node:B at 0 is not an event as the log has them");
        }

        /** Of those who write little everything is looked at. */
        @ParameterizedTest
        @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{a}", "{\"a\":}"})
        void ofTheQuerySideAreJson(String payload) {
            NewEvent odd = event("audit:keys", 0, "audit.key-rotated", payload, Instant.ofEpochSecond(1_700_000_000));

            assertThatThrownBy(() -> as("hps_query").append(List.of(odd)))
                    .isInstanceOf(EventLogUnavailableException.class);
        }

        @Test
        void ofTheQuerySideFollowEachOther() {
            assertThatThrownBy(() -> as("hps_query").append(List.of(event("audit:keys", 1, "audit.key-rotated"))))
                    .isInstanceOf(EventLogUnavailableException.class);
        }
    }
}
