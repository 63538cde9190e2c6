package com.hotpotspot.query.audit;

import static com.hotpotspot.query.testing.Dishes.feast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.WrittenLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading ahead changes when leaves are made, never which. */
class LeavesAheadTest {

    private static final int STEP = 2;

    private TestDatabase database;
    private WrittenLog log;
    private LogOfItsOwn audit;
    private LeavesAhead ahead;

    @BeforeEach
    void found() {
        database = TestDatabase.with(SchemaModule.LOG, new AuditConfiguration().auditSchema());
        log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.register("SABURTALO", NodeType.OWNER, "Tbilisi");
        audit = new LogOfItsOwn(database);
        ahead = new LeavesAhead(audit.log(), STEP);
    }

    @AfterEach
    void drop() {
        ahead.close();
        audit.close();
        database.close();
    }

    @Test
    void stepByStepThereAreTheLeavesOfAllEvents() throws InterruptedException {
        List<Leaf> all = new ArrayList<>();
        for (List<Leaf> step = ahead.from(0); !step.isEmpty(); step = ahead.from(all.size())) {
            all.addAll(step);
        }

        assertThat(all)
                .hasSizeGreaterThan(STEP)
                .isEqualTo(Leaf.of(audit.log().read(0, 1_000).events()));
    }

    /** A slice of the log ends before the step does then, which is not the end of the log. */
    @Test
    void aStepIsFullHoweverLargeItsEventsAre() throws InterruptedException {
        NodeId node = new NodeId("VAKE");
        for (int sale = 1; sale <= 8; sale++) {
            log.sell(node, Integer.toString(sale), "2026-01-15T08:00:00Z", feast());
        }
        long head = audit.log().head();

        try (LeavesAhead longer = new LeavesAhead(audit.log(), (int) head)) {
            assertThat(longer.from(0)).hasSize((int) head);
            assertThat(longer.from(head)).extracting(Leaf::position).containsExactly(head);
        }
    }

    @Test
    void aStepThatWasNotFullIsReadAgain() throws InterruptedException {
        long head = audit.log().head();
        assertThat(ahead.from(head)).extracting(Leaf::position).containsExactly(head);

        log.register("DIGOMI", NodeType.OWNER, "Tbilisi");

        assertThat(ahead.from(head)).extracting(Leaf::position).containsExactly(head, head + 1);
    }

    @Test
    void whoeverGoesOnFromElsewhereGetsWhatIsThere() throws InterruptedException {
        assertThat(ahead.from(0)).hasSize(STEP);

        assertThat(ahead.from(1)).extracting(Leaf::position).containsExactly(1L, 2L);
    }

    @Test
    void whatGoesWrongWhileReadingAheadIsToldToWhoeverAsksNext() throws InterruptedException {
        assertThat(ahead.from(0)).hasSize(STEP);
        database.execute("revoke select on log.event from hps_query");

        // The first step may have been read before the table was closed; the one after it was not.
        assertThatExceptionOfType(EventLogUnavailableException.class).isThrownBy(() -> {
            ahead.from(STEP);
            ahead.from(2 * STEP);
        });
    }
}
