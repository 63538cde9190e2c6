package com.hotpotspot.query.projection;

import com.hotpotspot.events.sale.SaleRecorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes down the position of every sale, remembers its batches, and fails while or where it is told to. */
final class RecordingProjection extends Projection<List<Recorded>> {

    static final ProjectionName NAME = new ProjectionName("recording", 1);

    final List<List<Recorded>> batches = new CopyOnWriteArrayList<>();
    volatile boolean withoutItsDatabase;

    volatile boolean withoutStack;

    /** Whether it was ever without its database when it was given something. */
    volatile boolean failed;

    /** From where on in the log it has no database. */
    private volatile long lost = Long.MAX_VALUE;

    /** Positions of events that it cannot take in. */
    final Set<Long> indigestible = ConcurrentHashMap.newKeySet();

    private final JdbcOperations jdbc;

    RecordingProjection(JdbcOperations jdbc) {
        this(jdbc, NAME);
    }

    RecordingProjection(JdbcOperations jdbc, ProjectionName name) {
        super(name, jdbc);
        this.jdbc = jdbc;
        onRecorded(SaleRecorded.class, (batch, sale, recorded) -> batch.add(recorded));
    }

    void withoutItsDatabaseFrom(long position) {
        lost = position;
    }

    @Override
    protected List<Recorded> begin() {
        return new ArrayList<>();
    }

    @Override
    protected void write(List<Recorded> batch, Writes writes) {
        batches.add(batch);
        for (Recorded recorded : batch) {
            jdbc.update("insert into seen values (?)", recorded.position());
            if (indigestible.contains(recorded.position())) {
                throw new ArithmeticException("secret of the event");
            }
        }
        if (withoutStack) {
            throw new StackOverflowError("told to fail");
        }
        if (withoutItsDatabase || batch.getFirst().position() >= lost) {
            failed = true;
            throw new RecoverableDataAccessException("told to fail");
        }
    }
}
