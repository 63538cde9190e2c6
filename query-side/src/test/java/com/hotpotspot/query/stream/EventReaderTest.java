package com.hotpotspot.query.stream;

import static com.hotpotspot.query.testing.Dishes.feast;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static java.util.Objects.requireNonNull;
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
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.query.web.BlockingWork;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.test.StepVerifier;

class EventReaderTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final CountingLog log = new CountingLog(new PostgresEventLog(database.as("hps_query")));
    private final Notifications notifications =
            new Notifications(database.as("hps_query"), List.of(PostgresEventLog.CHANNEL));
    private final WrittenLog written = new WrittenLog(database);
    private final BlockingWork blocking = new BlockingWork();
    private final EventReader reader = new EventReader(log, new NewEvents(notifications.appends()), blocking);

    @BeforeEach
    void fourSlices() {
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

    /** What is on the way to somebody who takes nothing is bounded by bytes, however large the events are. */
    @Test
    void aSliceOfLargeEventsIsAsManyBytesAsOneOfSmallEvents() {
        long start = log.head() + 1;
        NodeId vake = new NodeId("VAKE");
        for (int number = 1; number <= 20; number++) {
            written.sell(vake, "L" + number, "2026-01-15T08:00:00Z", feast());
        }

        List<List<StoredEvent>> slices =
                requireNonNull(reader.toHead(start, Set.of()).collectList().block(Duration.ofSeconds(30)));

        assertThat(slices)
                .hasSizeGreaterThan(3)
                .allSatisfy(slice -> assertThat(slice.stream()
                                .limit(slice.size() - 1L)
                                .mapToInt(StoredEvent::bytes)
                                .sum())
                        .isLessThan(Slice.FULL_BYTES));
        assertThat(slices.stream().flatMap(List::stream).map(StoredEvent::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(start, log.head()).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(StreamFormat.class)
    void buffersAreOfModerateSizeAndHoldAllBytesInOrder(StreamFormat format) {
        long start = log.head() + 1;
        NodeId vake = new NodeId("VAKE");
        written.sell(vake, "L1", "2026-01-15T08:00:00Z", khinkali(1));
        written.sell(vake, "L2", "2026-01-15T08:00:00Z", feast());
        written.sell(vake, "L3", "2026-01-15T08:00:00Z", khinkali(2));
        List<StoredEvent> events = new ArrayList<>(log.read(0, 100).events());
        log.forEach(start, 100, events::add);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        events.forEach(event -> format.write(event, expected));

        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (DataBuffer buffer : format.buffers(events)) {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            assertThat(bytes).hasSizeBetween(1, 32 * 1024);
            sent.writeBytes(bytes);
        }

        assertThat(sent.toByteArray()).isEqualTo(expected.toByteArray());
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
        public long lastSequence(StreamId stream) {
            return log.lastSequence(stream);
        }

        @Override
        public List<StoredEvent> readKind(String kind, long upToPosition) {
            return log.readKind(kind, upToPosition);
        }
    }
}
