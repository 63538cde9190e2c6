package com.hotpotspot.query.projection;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.sale.SaleRecorded;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes down the position of every sale, remembers its batches, and fails while or where it is told to. */
final class RecordingProjection implements Projection {

    static final ProjectionName NAME = new ProjectionName("recording", 1);

    final List<List<Recorded>> batches = new CopyOnWriteArrayList<>();
    volatile boolean withoutItsDatabase;

    volatile boolean withoutStack;

    /** Positions of events that it cannot take in. */
    final Set<Long> indigestible = ConcurrentHashMap.newKeySet();

    private final JdbcOperations jdbc;

    RecordingProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ProjectionName name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Event>> interests() {
        return Set.of(SaleRecorded.class);
    }

    @Override
    public void project(List<Recorded> batch) {
        batches.add(batch);
        for (Recorded recorded : batch) {
            jdbc.update("insert into q_recording_v1.seen values (?)", recorded.position());
            if (indigestible.contains(recorded.position())) {
                throw new ArithmeticException("secret of the event");
            }
        }
        if (withoutStack) {
            throw new StackOverflowError("told to fail");
        }
        if (withoutItsDatabase) {
            throw new RecoverableDataAccessException("told to fail");
        }
    }
}
