package com.hotpotspot.query.stream;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.Appended;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.Notifications;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class EventReaderTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final CountingLog log = new CountingLog(new PostgresEventLog(database.as("hps_query")));
    private final Notifications notifications =
            new Notifications(database.as("hps_query"), List.of(PostgresEventLog.CHANNEL));
    private final BlockingWork blocking = new BlockingWork();
    private final EventReader reader = new EventReader(log, new NewEvents(notifications.appends()), blocking);

    @BeforeEach
    void fourSlices() {
        WrittenLog written = new WrittenLog(database);
        NodeId vake = written.register("VAKE", NodeType.OWNER, "Tbilisi");
        List<Event> events = new ArrayList<>();
        for (int number = 1; number <= 1_200; number++) {
            events.addAll(List.of(
                    written.sale(vake, Integer.toString(number), Instant.parse("2026-01-15T08:00:00Z"), khinkali(1))));
        }
        written.append(events.toArray(Event[]::new));
    }

    @AfterEach
    void close() {
        notifications.close();
        blocking.destroy();
        database.close();
    }

    @Test
    void aSliceIsReadOnlyWhenSomebodyTakesIt() {
        StepVerifier.create(reader.toHead(0, Set.of()), 0)
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(log.reads).hasValue(1))
                .thenRequest(2)
                .expectNextCount(2)
                .then(() -> assertThat(log.reads).hasValue(3))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void nothingIsReadForAReaderThatHasGone() {
        StepVerifier.create(reader.follow(0, Set.of("network.founded")))
                .expectNextCount(8)
                .thenCancel()
                .verify();

        // A read that was under way may still end; after that the number stays.
        await().during(Duration.ofMillis(2_500)).atMost(Duration.ofSeconds(10)).until(new Unchanged(log.reads));
    }

    private static final class Unchanged implements Callable<Boolean> {

        private final AtomicInteger counter;
        private int before = -1;

        Unchanged(AtomicInteger counter) {
            this.counter = counter;
        }

        @Override
        public Boolean call() {
            int now = counter.get();
            boolean unchanged = now == before;
            before = now;
            return unchanged;
        }
    }

    /** The real log, with a count of how often it is read. */
    private static final class CountingLog implements EventLog {

        private final EventLog log;
        private final AtomicInteger reads = new AtomicInteger();

        CountingLog(EventLog log) {
            this.log = log;
        }

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public Appended append(List<NewEvent> events) {
            return log.append(events);
        }

        @Override
        public Slice read(long from, int span, Set<String> types) {
            reads.incrementAndGet();
            return log.read(from, span, types);
        }

        @Override
        public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
            return log.readStream(stream, fromSequence, limit);
        }

        @Override
        public List<StoredEvent> readKind(String kind, long upToPosition) {
            return log.readKind(kind, upToPosition);
        }
    }
}
