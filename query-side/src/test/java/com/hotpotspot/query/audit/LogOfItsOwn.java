package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.KeystoreLocation;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.witness.CurrentWitnesses;
import com.hotpotspot.tlog.note.KeyName;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of an audit log as a process of its own would have them, over a test database. */
final class LogOfItsOwn implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final HikariDataSource dataSource;
    private final PostgresEventLog log;
    private final TreeTable table;
    private Optional<LogKeys> known = Optional.empty();
    private final Path mark;

    /** @param database with the schemas {@code log} and {@code audit} */
    LogOfItsOwn(TestDatabase database) {
        this(database, temporary());
    }

    /** @param mark the file that keeps what was signed outside of the database */
    LogOfItsOwn(TestDatabase database, Path mark) {
        this.mark = mark;
        dataSource = database.pool("hps_query", 4);
        log = opened(new PostgresEventLog(dataSource));
        table = new TreeTable(JdbcClient.create(dataSource), new JdbcTemplate(dataSource), () -> known);
    }

    PostgresEventLog log() {
        return log;
    }

    /** As whoever has the query side's password could. */
    void forge(long size, String note) {
        JdbcClient.create(dataSource)
                .sql("insert into audit.checkpoint (size, signed_at, note) values (?, 0, ?)")
                .params(size, note)
                .update();
    }

    TreeTable table() {
        return table;
    }

    /** Where what was signed is kept outside of the database. */
    Path mark() {
        return mark;
    }

    private static Path temporary() {
        try {
            Path directory = Files.createTempDirectory("mark");
            directory.toFile().deleteOnExit();
            Path mark = directory.resolve("audit.high-water-mark");
            mark.toFile().deleteOnExit();
            return mark;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PublishedTree tree(Supplier<CurrentWitnesses> witnesses) {
        return new PublishedTree(table, log, witnesses);
    }

    Inspection inspection() {
        return new Inspection(table, log, Duration.ofDays(1), Clock.systemUTC());
    }

    LogKeys keys(TestKeystore keystore) {
        return keys(opened(new KeystoreLocation(keystore.file(), keystore.passphraseFile(), null).open()));
    }

    LogKeys keys(Keystore keystore) {
        LogKeys keys = new LogKeys(keystore, settings().origin());
        known = Optional.of(keys);
        return keys;
    }

    LogBuilder builder(TestKeystore keystore) {
        return builder(keystore, OutsideMemory.none(settings().origin()));
    }

    LogBuilder builder(TestKeystore keystore, OutsideMemory outside) {
        return builder(keys(keystore), outside);
    }

    LogBuilder builder(LogKeys keys, OutsideMemory outside) {
        return new LogBuilder(
                table,
                transaction(),
                Clock.systemUTC(),
                settings(),
                keys,
                keyRecords(keys),
                log,
                opened(new Notifications(dataSource, List.of(PostgresEventLog.CHANNEL)))
                        .appends(),
                new HighWaterMark(mark),
                outside);
    }

    KeyRecords keyRecords(LogKeys keys) {
        return new KeyRecords(table, keys, log, Clock.systemUTC());
    }

    /** As the builder does it after each failure. */
    Sealing resume(LogKeys keys) {
        return resume(keys, settings().origin());
    }

    /** The same for a log of another name. */
    Sealing resume(LogKeys keys, KeyName origin) {
        keyRecords(keys).bringUpToDate();
        return Sealing.resume(table, transaction(), Clock.systemUTC(), origin, keys, log, new HighWaterMark(mark));
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    static AuditSettings settings() {
        return new AuditSettings(
                "hotpotspot.example",
                true,
                Duration.ofMillis(100),
                1_000,
                null,
                List.of(),
                Duration.ofMinutes(10),
                Duration.ofDays(1));
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.push(closeable);
        return closeable;
    }

    @Override
    public void close() {
        open.forEach(closeable -> {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("could not close " + closeable, e);
            }
        });
        dataSource.close();
    }
}
