package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.StreamId;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers of the group commit may rely on. */
class GroupCommitTest {

    private static final String LOCK_THE_LOG = "lock table log.turn in exclusive mode";

    private TestDatabase database;
    private DataSource dataSource;
    private PostgresEventLog log;

    @BeforeEach
    void anEmptyLog() {
        database = TestDatabase.with(SchemaModule.LOG);
        dataSource = database.as("hps_command");
        log = new PostgresEventLog(dataSource);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    private static NewEvent event(String stream, long sequence) {
        return new NewEvent(
                StreamId.parse(stream),
                sequence,
                UuidCreator.getTimeOrderedEpoch(),
                "node.activated",
                "1",
                Instant.ofEpochMilli(1_700_000_000_000L),
                "{}".getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }

    @Test
    void ofManyCommandsInOneCommitOnlyTheLosersFail() throws Exception {
        log.append(List.of(event("node:TAKEN", 0)));

        List<Future<Appended>> answers = whileTheLogIsLocked(IntStream.range(0, 100)
                .mapToObj(i -> event(i % 10 == 0 ? "node:TAKEN" : "node:N" + i, 0))
                .map(List::of)
                .toList());

        List<Long> positions = new ArrayList<>();
        int losers = 0;
        for (Future<Appended> answer : answers) {
            if (answer.state() == Future.State.FAILED) {
                assertThat(answer.exceptionNow()).isInstanceOf(SequenceTakenException.class);
                losers++;
            } else {
                positions.add(answer.resultNow().first());
            }
        }
        assertThat(losers).isEqualTo(10);
        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 91).boxed().toList());
        assertThat(transactions()).as("many commands share a commit").isLessThan(20);
    }

    @Test
    void ofTwoCommandsForOneStreamOneWinsThoughTheyCameTogether() throws Exception {
        List<Future<Appended>> answers =
                whileTheLogIsLocked(List.of(List.of(event("node:A", 0)), List.of(event("node:A", 0))));

        assertThat(answers.stream().filter(answer -> answer.state() == Future.State.SUCCESS))
                .hasSize(1);
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void aCommandThatIsSentAgainAfterALostAnswerIsNotRecordedTwice() throws Exception {
        List<NewEvent> command = List.of(event("node:A", 0), event("node:A", 1));
        Appended first = log.append(command);

        Appended again = log.append(command);

        assertThat(again).isEqualTo(first);
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void aLongCommandThatIsSentAgainIsNotRecordedTwiceEither() {
        List<NewEvent> command =
                LongStream.range(0, 100).mapToObj(i -> event("node:A", i)).toList();
        Appended first = log.append(command);

        assertThat(log.append(command)).isEqualTo(first).isEqualTo(new Appended(0, 99));
        assertThat(log.read(0, 1_000).events())
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
    }

    /** A second event of a stream must not be there when its first is not; the log refuses to be told so. */
    @Test
    void aBatchThatTheDatabaseRefusesLeavesNothingBehindAndTheNextIsRecorded() {
        List<NewEvent> impossible =
                LongStream.range(0, 100).mapToObj(i -> event("node:A", i / 2)).toList();

        assertThatThrownBy(() -> log.append(impossible)).isInstanceOf(EventLogUnavailableException.class);

        assertThat(log.head()).isEqualTo(EventLog.EMPTY);
        assertThat(log.append(List.of(event("node:A", 0)))).isEqualTo(new Appended(0, 0));
    }

    @Test
    void whenTooManyWaitOneMoreIsSentAwayAtOnce() throws Exception {
        try (PostgresEventLog small = new PostgresEventLog(dataSource, new AppendLimits(5, Duration.ofSeconds(10)));
                Connection locker = transaction();
                Statement statement = locker.createStatement();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            statement.execute(LOCK_THE_LOG);
            plug(small, callers);
            for (int i = 0; i < 5; i++) {
                NewEvent waiting = event("node:N" + i, 0);
                callers.execute(() -> small.append(List.of(waiting)));
            }
            await().until(() -> small.waitingCommands() == 5);

            assertThatThrownBy(() -> small.append(List.of(event("node:LATE", 0))))
                    .isInstanceOf(LogBusyException.class);

            locker.commit();
        }
    }

    @Test
    void readersThatTakeAllConnectionsDoNotHoldUpTheWriter() throws Exception {
        try (HikariDataSource pool = database.pool("hps_command", 3);
                PostgresEventLog busy = new PostgresEventLog(pool)) {
            busy.append(List.of(event("node:A", 0)));
            try (Connection first = pool.getConnection();
                    Connection second = pool.getConnection()) {
                assertThat(busy.append(List.of(event("node:A", 1)))).isEqualTo(new Appended(1, 1));
            }
        }
    }

    /** Nobody waits for ever: the thread that would have answered is gone. */
    @Test
    void whoWaitsWhenTheAppendingThreadIsInterruptedIsToldSo() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        DataSource unreachable = connectingBy(() -> {
            attempts.incrementAndGet();
            throw new SQLException("there is nobody", "08001");
        });
        try (PostgresEventLog lost = new PostgresEventLog(unreachable, new AppendLimits(5, Duration.ofMinutes(5)));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<Thread> others = appenders();
            Future<Appended> answer = callers.submit(() -> lost.append(List.of(event("node:A", 0))));
            await().until(() -> attempts.get() > 1);
            appenders().stream().filter(thread -> !others.contains(thread)).forEach(Thread::interrupt);

            assertThatThrownBy(answer::get).hasCauseInstanceOf(EventLogUnavailableException.class);
            assertThatThrownBy(() -> lost.append(List.of(event("node:B", 0))))
                    .isInstanceOf(EventLogUnavailableException.class);
        }
    }

    @Test
    void anErrorInOneBatchIsAnsweredAndTheNextIsRecorded() {
        AtomicInteger attempts = new AtomicInteger();
        DataSource failsOnce = connectingBy(() -> {
            if (attempts.getAndIncrement() == 0) {
                throw new StackOverflowError();
            }
            return dataSource.getConnection();
        });
        try (PostgresEventLog struck = new PostgresEventLog(failsOnce)) {
            assertThatThrownBy(() -> struck.append(List.of(event("node:A", 0))))
                    .isInstanceOf(EventLogUnavailableException.class);
            assertThat(struck.append(List.of(event("node:A", 0)))).isEqualTo(new Appended(0, 0));
        }
    }

    private static DataSource connectingBy(Callable<Connection> connect) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connect.call());
    }

    private static Set<Thread> appenders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("hps-appender"))
                .collect(Collectors.toSet());
    }

    @Test
    void connectionsThatDieLoseNothingAndDoubleNothing() throws Exception {
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger written = new AtomicInteger();
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 16; writer++) {
                String node = "node:W" + writer;
                writers.add(executor.submit(() -> {
                    for (int sequence = 0; sequence < 40; sequence++) {
                        Appended appended = log.append(List.of(event(node, sequence)));
                        acknowledged.put(appended.first(), node);
                        written.incrementAndGet();
                    }
                }));
            }
            for (int kill = 1; kill <= 5; kill++) {
                int enough = kill * 80;
                await().until(() -> written.get() >= enough);
                database.execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and usename = 'hps_command'""");
            }
        }

        for (Future<?> writer : writers) {
            writer.get();
        }
        List<StoredEvent> events = log.read(0, 10_000).events();
        assertThat(events).hasSize(16 * 40);
        assertThat(events)
                .allSatisfy(event -> assertThat(acknowledged).containsEntry(event.position(), event.stream()));
        assertThat(events)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(LongStream.range(0, 640).boxed().toList());
    }

    @Test
    void whatIsWaitingWhenTheLogIsClosedIsStillRecorded() throws Exception {
        List<Future<Appended>> answers = whileTheLogIsLocked(List.of(List.of(event("node:A", 0))));
        log.close();

        assertThat(answers.getFirst().resultNow()).isEqualTo(new Appended(1, 1));
        assertThatThrownBy(() -> log.append(List.of(event("node:B", 0))))
                .isInstanceOf(EventLogUnavailableException.class);
    }

    /** Lets commands pile up behind one that waits for the lock, and answers once all of them were decided. */
    private List<Future<Appended>> whileTheLogIsLocked(List<List<NewEvent>> commands) throws Exception {
        try (Connection locker = transaction();
                Statement statement = locker.createStatement();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            statement.execute(LOCK_THE_LOG);
            plug(log, callers);
            List<Future<Appended>> answers = new ArrayList<>();
            for (List<NewEvent> command : commands) {
                answers.add(callers.submit(() -> log.append(command)));
            }
            await().until(() -> log.waitingCommands() == commands.size());
            locker.commit();
            return answers;
        }
    }

    /** Of the owner of the schema, who alone can lock the log. */
    private Connection transaction() throws SQLException {
        Connection connection = database.as("hps_owner").getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Keeps the appender busy: it waits for the lock with one command of its own. */
    private void plug(PostgresEventLog busy, ExecutorService callers) {
        callers.execute(() -> busy.append(List.of(event("node:PLUG", 0))));
        await().until(this::anAppendWaitsForTheLock);
    }

    private boolean anAppendWaitsForTheLock() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select exists (select from pg_locks join pg_database on pg_database.oid = pg_locks.database
                            where locktype = 'relation' and not granted and datname = current_database())""")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private long transactions() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(distinct xmin::text) from log.event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
