package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.query.witness.CurrentWitnesses;
import com.hotpotspot.query.witness.WitnessState;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.tlog.proof.TlogProof;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log with the settings that it has by default, without the rest of the query side. */
public final class MeasuredAuditLog implements AutoCloseable {

    private final PostgresEventLog log;
    private final Notifications notifications;
    private final TreeTable table;
    private final PublishedTree tree;
    private final LogBuilder builder;

    /**
     * @param dataSource of a database with the schemas {@code log} and {@code audit}, as the query side's role
     * @param highWaterMark where what was signed is kept outside of the database
     */
    public MeasuredAuditLog(DataSource dataSource, Keystore keystore, Path highWaterMark) {
        AuditSettings settings = new AuditSettings(
                "benchmark.example",
                true,
                Duration.ofSeconds(1),
                1_000,
                highWaterMark,
                List.of(),
                Duration.ZERO,
                Duration.ZERO);
        log = new PostgresEventLog(dataSource);
        notifications = new Notifications(dataSource, List.of(PostgresEventLog.CHANNEL));
        LogKeys keys = new LogKeys(keystore, settings.origin());
        table = new TreeTable(JdbcClient.create(dataSource), new JdbcTemplate(dataSource), () -> Optional.of(keys));
        tree = new PublishedTree(
                table, log, () -> new CurrentWitnesses(List.of(), 0, WitnessState.NO_WITNESS_CONFIGURED));
        Clock clock = Clock.systemUTC();
        builder = new LogBuilder(
                table,
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                clock,
                settings,
                keys,
                new KeyRecords(table, keys, log, clock),
                log,
                notifications.appends(),
                new HighWaterMark(highWaterMark),
                OutsideMemory.none(settings.origin()));
    }

    public static SchemaModule schema() {
        return new AuditConfiguration().auditSchema();
    }

    public void start() {
        builder.start();
    }

    /** How many events are sealed. */
    public long size() {
        return tree.size();
    }

    public SignedCheckpoint checkpoint() {
        return tree.checkpoint().orElseThrow();
    }

    public VerifierKey key() {
        return table.keys().getLast().verifierKey();
    }

    public TlogProof proof(long position) {
        return tree.proof(position).orElseThrow();
    }

    public PostgresEventLog log() {
        return log;
    }

    @Override
    public void close() {
        builder.stop();
        notifications.close();
        log.close();
    }
}
