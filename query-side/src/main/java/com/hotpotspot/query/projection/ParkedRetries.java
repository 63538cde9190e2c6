package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries parked events again, with what the program does with them today. */
@Component
public final class ParkedRetries {

    /** More in one go would hold up the projections. */
    private static final int AT_ONCE = 1_000;

    private final Declared declared;
    private final EventLog log;
    private final Versions versions;
    private final ParkedEvents parkedEvents;
    private final Intake intake;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ParkedRetries(
            Declared declared,
            EventLog log,
            Versions versions,
            ParkedEvents parkedEvents,
            JdbcOperations jdbc,
            PlatformTransactionManager transactions) {
        this.declared = declared;
        this.log = log;
        this.versions = versions;
        this.parkedEvents = parkedEvents;
        this.intake = new Intake(new Savepoints(jdbc), parkedEvents);
        this.jdbc = JdbcClient.create(jdbc);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Tries an event again that the answers of a projection are without, and after it those of its stream that were
     * parked with it, in their order, as far as it goes.
     *
     * @return how many have been taken in, 0 if the first cannot be; empty if no such event is parked
     */
    public OptionalInt retry(ProjectionName name, long position) {
        return transaction.execute(status -> declared.named(name)
                .flatMap(projection -> answering(name).map(version -> retry(projection, version, position)))
                .orElse(OptionalInt.empty()));
    }

    /** The version that answers, which nobody leads on until the transaction ends. */
    private Optional<Version> answering(ProjectionName name) {
        return versions.lock(Group.ANSWERING.states(), List.of(name)).stream()
                .filter(progress -> progress.state() == VersionState.LIVE)
                .map(Progress::version)
                .findFirst();
    }

    private OptionalInt retry(Projection<?> projection, Version version, long position) {
        List<Long> waiting = ofStream(version, position);
        if (!waiting.contains(position)) {
            return OptionalInt.empty();
        }
        int taken = 0;
        for (long parked : waiting) {
            Chapter chapter = Chapter.read(log, parked, 1, 1, Audience.of(List.of(projection)));
            if (chapter.wantedBy(projection.name()).isEmpty()
                    || intake.attempt(projection, version, chapter.wantedBy(projection.name()))
                            .isPresent()) {
                break;
            }
            parkedEvents.remove(version, parked);
            taken++;
        }
        return OptionalInt.of(taken);
    }

    /** From that position on; an earlier one of the stream has to be tried first, for whatever it was parked. */
    private List<Long> ofStream(Version version, long position) {
        return jdbc.sql("""
                        select p.position from projection.parked p
                        where p.projection = :projection and p.number = :number
                          and p.stream = (select stream from projection.parked
                                          where projection = :projection and number = :number and position = :position)
                        order by p.position
                        limit :limit
                        """)
                .param("projection", version.projection().name())
                .param("number", version.number())
                .param("position", position)
                .param("limit", AT_ONCE)
                .query((row, rowNumber) -> row.getLong("position"))
                .list();
    }
}
