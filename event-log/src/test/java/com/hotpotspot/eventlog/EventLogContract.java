package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * What every engine of the log keeps to. A log may hold events of earlier tests, so each test has streams of a kind of
 * its own and counts positions from the head it found.
 */
abstract class EventLogContract {

    /** A kind of stream that no other test has. */
    private final String kind = new Random()
            .ints(12, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private LogUnderTest engine;
    private EventLog log;
    private long start;

    abstract LogUnderTest open();

    @BeforeEach
    void begin() {
        engine = open();
        log = engine.log();
        start = log.head() + 1;
    }

    @AfterEach
    void end() {
        if (engine != null) {
            engine.close();
        }
    }

    private StreamId stream(String key) {
        return new StreamId(kind, key);
    }

    private static NewEvent event(StreamId stream, long sequence, String type) {
        return new NewEvent(
                stream,
                sequence,
                UuidCreator.getTimeOrderedEpoch(),
                type,
                "1",
                Instant.ofEpochMilli(1_700_000_000_120L),
                "{\"city\":\"თბილისი\",\"node\":\"VAKE\"}".getBytes(UTF_8),
                EventJson.metadata(Map.of("role", "anonymous", "channel", "till", "account", "ანა")));
    }

    private static NewEvent event(StreamId stream, long sequence, String type, int size) {
        NewEvent ordinary = event(stream, sequence, type);
        return new NewEvent(
                stream,
                sequence,
                ordinary.eventId(),
                type,
                ordinary.revision(),
                ordinary.recordedAt(),
                ("{\"city\":\"" + "ა".repeat(size / 3) + "\"}").getBytes(UTF_8),
                ordinary.metadata());
    }

    private NewEvent event(String key, long sequence) {
        return event(stream(key), sequence, "node.activated");
    }

    @Nested
    class Positions {

        @Test
        void countFromZero() {
            log.append(List.of(event("A", 0)));

            assertThat(log.read(0, 1).events())
                    .extracting(StoredEvent::position)
                    .containsExactly(0L);
        }

        @Test
        void followOneAnother() {
            assertThat(log.append(List.of(event("A", 0), event("A", 1)))).isEqualTo(new Appended(start, start + 1));
            assertThat(log.append(List.of(event("B", 0)))).isEqualTo(new Appended(start + 2, start + 2));
            assertThat(log.head()).isEqualTo(start + 2);
        }

        @Test
        void haveNoGapsAfterAConflict() {
            log.append(List.of(event("A", 0)));

            assertThatThrownBy(() -> log.append(List.of(event("B", 0), event("A", 0))))
                    .isInstanceOf(SequenceTakenException.class);

            assertThat(log.append(List.of(event("B", 0)))).isEqualTo(new Appended(start + 1, start + 1));
        }

        @Test
        void areContiguousUnderManyWritersOfWhomSomeLose() throws Exception {
            AtomicInteger losers = new AtomicInteger();
            List<Future<?>> writers = new ArrayList<>();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                EventLog other = engine.logOfAnotherProcess();
                IntStream.range(0, 200)
                        .forEach(i -> writers.add(executor.submit(() -> {
                            try {
                                Appended appended = (i % 2 == 0 ? log : other)
                                        .append(List.of(event("N" + i / 4, 0), event("N" + i / 4, 1)));
                                assertThat(appended.last()).isEqualTo(appended.first() + 1);
                            } catch (SequenceTakenException e) {
                                losers.incrementAndGet();
                            }
                        })));
            }

            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(losers).hasValue(150);
            List<StoredEvent> events = log.read(start, 1_000).events();
            assertThat(events)
                    .extracting(StoredEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.range(start, start + 100).boxed().toList());
            for (int i = 0; i < 100; i += 2) {
                assertThat(events.get(i + 1).stream())
                        .as("a command's events are next to each other")
                        .isEqualTo(events.get(i).stream());
            }
        }
    }

    @Nested
    class Conflicts {

        @Test
        void areFoundAfterTheStreamHasGrown() {
            log.append(List.of(event("A", 0), event("A", 1)));
            log.append(List.of(event("A", 2)));

            for (long taken = 0; taken < 3; taken++) {
                NewEvent late = event("A", taken);
                assertThatThrownBy(() -> log.append(List.of(late))).isInstanceOf(SequenceTakenException.class);
            }
            assertThat(log.head()).isEqualTo(start + 2);
        }

        @Test
        void leaveNothingOfTheLosingAppend() {
            log.append(List.of(event("A", 0)));

            assertThatThrownBy(() -> log.append(List.of(event("B", 0), event("A", 0), event("C", 0))))
                    .isInstanceOf(SequenceTakenException.class);

            assertThat(log.head()).isEqualTo(start);
            assertThat(log.readStream(stream("B"), 0, 10)).isEmpty();
        }

        @Test
        void areSeenByOtherProcesses() {
            log.append(List.of(event("A", 0)));

            assertThatThrownBy(() -> engine.logOfAnotherProcess().append(List.of(event("A", 0))))
                    .isInstanceOf(SequenceTakenException.class);
        }
    }

    @Nested
    class Reading {

        @Test
        void givesBackWhatWasWrittenByteForByte() {
            NewEvent written = event("A", 0);
            log.append(List.of(written));

            assertSame(written, log.read(start, 1).events().getFirst());
            assertSame(written, log.readStream(stream("A"), 0, 1).getFirst());
            assertSame(written, log.readKind(kind, start).getFirst());
        }

        private void assertSame(NewEvent written, StoredEvent read) {
            assertThat(read.stream()).isEqualTo(written.stream().toString());
            assertThat(read.sequence()).isEqualTo(written.sequence());
            assertThat(read.eventId()).isEqualTo(written.eventId());
            assertThat(read.type()).isEqualTo(written.type());
            assertThat(read.revision()).isEqualTo(written.revision());
            assertThat(read.recordedAt()).isEqualTo(written.recordedAt());
            assertThat(read.payload()).isEqualTo(written.payload());
            assertThat(read.metadata()).isEqualTo(written.metadata());
        }

        @Test
        void continuesWhereASliceEnded() {
            log.append(IntStream.range(0, 25).mapToObj(i -> event("A", i)).toList());

            List<Long> positions = new ArrayList<>();
            long next = start;
            for (Slice slice = log.read(next, 10); slice.next() > next; slice = log.read(next, 10)) {
                slice.events().forEach(event -> positions.add(event.position()));
                next = slice.next();
            }

            assertThat(positions)
                    .containsExactlyElementsOf(
                            LongStream.range(start, start + 25).boxed().toList());
            assertThat(next).isEqualTo(start + 25);
        }

        @Test
        void ofManyEventsAtOnceFindsThemAll() {
            for (int append = 0; append < 10; append++) {
                int first = append * 500;
                log.append(IntStream.range(first, first + 500)
                        .mapToObj(i -> event("A", i))
                        .toList());
            }

            assertThat(log.read(start, 5_000).events())
                    .extracting(StoredEvent::sequence)
                    .containsExactlyElementsOf(
                            LongStream.range(0, 5_000).boxed().toList());
            assertThat(log.readStream(stream("A"), 1_000, 3_000))
                    .extracting(StoredEvent::sequence)
                    .containsExactlyElementsOf(
                            LongStream.range(1_000, 4_000).boxed().toList());
        }

        /** How large an event is, is its sender's choice; a slice of so many positions could be of any size. */
        @RepeatedTest(3)
        void holdsNoMoreThanASliceOfEventsOfAnySizeAndMissesNone() {
            Random random = new Random();
            int[] sizes = random.ints(120, 0, 4)
                    .map(magnitude -> random.nextInt(1, 1 + (int) Math.pow(10, 3 + magnitude * 0.8)))
                    .toArray();
            for (int i = 0; i < sizes.length; i++) {
                log.append(
                        List.of(event(stream("A"), i, i % 3 == 0 ? "node.deactivated" : "node.activated", sizes[i])));
            }
            List<Long> all =
                    LongStream.range(start, start + sizes.length).boxed().toList();

            assertThat(positionsOf(slices(1_000, Set.of()))).as("%s", sizes).isEqualTo(all);
            assertThat(positionsOf(slices(7, Set.of()))).as("%s", sizes).isEqualTo(all);
            assertThat(positionsOf(slices(1_000, Set.of("node.deactivated"))))
                    .as("%s", sizes)
                    .isEqualTo(all.stream()
                            .filter(position -> (position - start) % 3 == 0)
                            .toList());
            List<Long> handedOver = new ArrayList<>();
            assertThat(log.forEach(start, 100, event -> handedOver.add(event.position())))
                    .isEqualTo(start + 100);
            assertThat(handedOver).as("%s", sizes).isEqualTo(all.subList(0, 100));
            assertThat(log.forEach(start, 1_000, event -> {})).isEqualTo(start + sizes.length);
        }

        @Test
        void findsAnEventThatIsMoreThanASlice() {
            log.append(List.of(event("A", 0)));
            log.append(List.of(event(stream("A"), 1, "node.activated", Slice.FULL_BYTES - 20)));
            log.append(List.of(event("A", 2)));

            assertThat(slices(10, Set.of()))
                    .extracting(slice -> slice.events().size())
                    .containsExactly(2, 1);
            assertThat(log.read(start + 1, 1).events()).hasSize(1);
            assertThat(log.read(start + 1, 10, Set.of("node.activated")).next()).isEqualTo(start + 2);
        }

        private List<Slice> slices(int span, Set<String> types) {
            List<Slice> slices = new ArrayList<>();
            long next = start;
            for (Slice slice = log.read(next, span, types); slice.next() > next; slice = log.read(next, span, types)) {
                assertThat(slice.events().stream()
                                .limit(Math.max(0, slice.events().size() - 1))
                                .mapToInt(StoredEvent::bytes)
                                .sum())
                        .as("before the event that may make it full")
                        .isLessThan(Slice.FULL_BYTES);
                slices.add(slice);
                next = slice.next();
            }
            return slices;
        }

        private static List<Long> positionsOf(List<Slice> slices) {
            return slices.stream()
                    .flatMap(slice -> slice.events().stream())
                    .map(StoredEvent::position)
                    .toList();
        }

        @Test
        void beyondTheHeadFindsNothingAndStaysThere() {
            log.append(List.of(event("A", 0)));

            assertThat(log.read(start + 1, 10)).isEqualTo(new Slice(List.of(), start + 1));
        }

        @Test
        void withAFilterGoesOnPastWhatIsNotWanted() {
            log.append(List.of(event("A", 0), event(stream("A"), 1, "node.deactivated"), event("A", 2)));

            Slice slice = log.read(start, 10, Set.of("node.deactivated"));

            assertThat(slice.events()).extracting(StoredEvent::position).containsExactly(start + 1);
            assertThat(slice.next()).isEqualTo(start + 3);
        }

        @Test
        void ofAStreamIsInItsOrder() {
            log.append(List.of(event("A", 0), event("B", 0), event("A", 1)));

            assertThat(log.readStream(stream("A"), 0, 10))
                    .extracting(StoredEvent::sequence)
                    .containsExactly(0L, 1L);
            assertThat(log.readStream(stream("A"), 0, 10))
                    .extracting(StoredEvent::position)
                    .allMatch(position -> position == StoredEvent.UNPLACED || position >= start);
            assertThat(log.readStream(stream("A"), 1, 10))
                    .extracting(StoredEvent::sequence)
                    .containsExactly(1L);
            assertThat(log.readStream(stream("A"), 0, 1)).hasSize(1);
            assertThat(log.readStream(stream("NONE"), 0, 10)).isEmpty();
        }

        @Test
        void ofAKindFindsItsStreamsAndNoOthers() {
            String longer = kind + "s";
            log.append(List.of(
                    event("A", 0),
                    event(new StreamId(longer, "A"), 0, "node.activated"),
                    event("Z", 0),
                    event("B", 0)));

            assertThat(log.readKind(kind, start + 2))
                    .extracting(StoredEvent::stream)
                    .containsExactly(kind + ":A", kind + ":Z");
            assertThat(log.readKind(kind, start + 2))
                    .extracting(StoredEvent::position)
                    .containsExactly(start, start + 2);
            assertThat(log.readKinds(Set.of(kind, longer), start + 2))
                    .extracting(StoredEvent::position)
                    .containsExactly(start, start + 1, start + 2);
        }
    }

    @Nested
    class WakingUp {

        @Test
        void hearsOfAppendsByOtherProcesses() {
            AtomicInteger heard = new AtomicInteger();
            AtomicInteger appended = new AtomicInteger();
            EventLog other = engine.logOfAnotherProcess();
            LogSignals.Subscription subscription = engine.signals().subscribe(heard::incrementAndGet);
            // Until the first signal it is not certain that anybody listens yet.
            await().until(() -> {
                other.append(List.of(event("A", appended.getAndIncrement())));
                return heard.get() > 0;
            });
            int before = heard.get();

            other.append(List.of(event("A", appended.get())));

            await().until(() -> heard.get() > before);
            subscription.close();
        }
    }
}
