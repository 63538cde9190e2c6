package com.hotpotspot.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What Axon may expect of the event store of every engine. */
abstract class EventStoreContract {

    private static final NodeId NODE = new NodeId("VAKE");

    /** A stream that no other test has. */
    private final String stream = "node:" + Long.toUnsignedString(new Random().nextLong(), 36);

    private LogUnderTest engine;
    private EventStore store;
    private long start;

    abstract LogUnderTest open();

    @BeforeEach
    void begin() {
        engine = open();
        store = engine.store();
        start = engine.log().head() + 1;
    }

    @AfterEach
    void end() {
        if (engine != null) {
            engine.close();
        }
    }

    private static EventMessage<?> activated(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "node", stream, sequence, new NodeActivated(NODE), MetaData.with("channel", "till"));
    }

    private EventMessage<?> activated(long sequence) {
        return activated(stream, sequence);
    }

    private EventMessage<?> deactivated(long sequence) {
        return new GenericDomainEventMessage<>(
                "node", stream, sequence, new NodeDeactivated(NODE), MetaData.with("channel", "till"));
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    @Nested
    class AnAggregate {

        @Test
        void readsBackItsOwnEvents() {
            store.publish(activated(0), activated(stream + "-OTHER", 0), activated(1));

            List<? extends DomainEventMessage<?>> events =
                    store.readEvents(stream).asStream().toList();

            assertThat(events).extracting(event -> event.getSequenceNumber()).containsExactly(0L, 1L);
            assertThat(events).extracting(event -> (Object) event.getPayload()).containsOnly(new NodeActivated(NODE));
            assertThat(events).extracting(event -> event.getType()).containsOnly("node");
            assertThat(events)
                    .extracting(event -> event.getMetaData().get("channel"))
                    .containsOnly("till");
            assertThat(store.lastSequenceNumberFor(stream)).contains(1L);
            assertThat(store.lastSequenceNumberFor("node:NONE")).isEmpty();
            assertThat(store.readEvents("node:NONE").hasNext()).isFalse();
        }

        @Test
        void isReadFromItsLatestSnapshotOn() {
            IntStream.range(0, 12).forEach(sequence -> store.publish(activated(sequence)));

            store.storeSnapshot(snapshot(7, "seven"));
            awaitSnapshot("seven");
            store.storeSnapshot(snapshot(9, "nine"));
            awaitSnapshot("nine");
            store.storeSnapshot(snapshot(8, "a late eight"));

            List<? extends DomainEventMessage<?>> events =
                    store.readEvents(stream).asStream().toList();
            assertThat(events.getFirst().getPayload()).isEqualTo(new State("nine"));
            assertThat(events).extracting(event -> event.getSequenceNumber()).containsExactly(9L, 10L, 11L);
        }

        private void awaitSnapshot(String state) {
            await().until(
                            () -> (Object) store.readEvents(stream).peek().getPayload(),
                            payload -> payload.equals(new State(state)));
        }

        private DomainEventMessage<?> snapshot(long sequence, String state) {
            return new GenericDomainEventMessage<>("node", stream, sequence, new State(state));
        }
    }

    /** What an aggregate might remember. */
    record State(String value) {}

    @Nested
    class Publishing {

        @Test
        void tellsTheSlowerOfTwoCommandsSo() {
            store.publish(activated(0));

            assertThatThrownBy(() -> store.publish(activated(0))).isInstanceOf(ConcurrencyException.class);

            assertThat(engine.log().head()).isEqualTo(start);
        }

        @Test
        void ofTheSlowerCommandFailsItsUnitOfWork() {
            store.publish(activated(0));
            DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
            store.publish(activated(0));

            assertThatThrownBy(unitOfWork::commit).isInstanceOf(ConcurrencyException.class);

            assertThat(engine.log().head()).isEqualTo(start);
        }

        @Test
        void writesNothingWhenTheUnitOfWorkIsRolledBack() {
            DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
            store.publish(activated(0));
            unitOfWork.rollback();

            assertThat(engine.log().head()).isEqualTo(start - 1);
            assertThat(store.lastSequenceNumberFor(stream)).isEmpty();
        }

        @Test
        void withoutAStreamIsRefused() {
            EventMessage<?> homeless = GenericEventMessage.asEventMessage(new NodeDeactivated(NODE));

            assertThatThrownBy(() -> store.publish(homeless)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void withMetadataThatIsNotTextIsRefused() {
            EventMessage<?> typed = new GenericDomainEventMessage<>(
                    "node", stream, 0, new NodeActivated(NODE), MetaData.with("attempt", 1));

            assertThatThrownBy(() -> store.publish(typed)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void storesThePayloadUnderItsStableName() {
            store.publish(activated(0));

            StoredEvent stored =
                    engine.log().readStream(StreamId.parse(stream), 0, 1).getFirst();
            assertThat(stored.type()).isEqualTo("node.activated");
            assertThat(stored.revision()).isEqualTo("1");
            assertThat(stored.payload()).asString().isEqualTo("{\"node\":\"VAKE\"}");
            assertThat(stored.metadata()).asString().isEqualTo("{\"channel\":\"till\"}");
        }
    }

    @Nested
    class AToken {

        @Test
        void isAPosition() {
            store.publish(activated(0), activated(1), activated(2));

            assertThat(store.createTailToken()).isNull();
            assertThat(store.createHeadToken()).isEqualTo(at(start + 2));
            assertThat(store.createTokenAt(Instant.EPOCH)).isNull();
            assertThat(store.createTokenAt(Instant.now().plusSeconds(60))).isEqualTo(at(start + 2));
        }

        @Test
        void isWhereAStreamGoesOn() throws Exception {
            store.publish(activated(0), activated(1), activated(2));

            try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(at(start))) {
                assertThat(events.nextAvailable().trackingToken()).isEqualTo(at(start + 1));
                assertThat(events.nextAvailable().trackingToken()).isEqualTo(at(start + 2));
                assertThat(events.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();
            }
        }

        @Test
        void ofNothingYetReadsFromTheFirstEvent() throws Exception {
            store.publish(activated(0));

            try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(null)) {
                assertThat(events.nextAvailable().trackingToken()).isEqualTo(at(0));
            }
        }
    }

    @Nested
    class ATailingReader {

        @Test
        void isWokenByAnAppend() throws Exception {
            try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(headToken())) {
                CompletableFuture<Object> received =
                        CompletableFuture.supplyAsync(() -> next(events).getPayload());

                store.publish(activated(0));

                await().atMost(10, TimeUnit.SECONDS).until(received::isDone);
                assertThat(received.get()).isEqualTo(new NodeActivated(NODE));
            }
        }

        @Test
        void seesEveryEventOnceAndInOrder() {
            try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(headToken())) {
                CompletableFuture<List<Long>> received = CompletableFuture.supplyAsync(() -> {
                    List<Long> positions = new ArrayList<>();
                    while (positions.size() < 200) {
                        positions.add(next(events).trackingToken().position().orElseThrow());
                    }
                    return positions;
                });

                IntStream.range(0, 100).forEach(i -> store.publish(activated(stream + i, 0), activated(stream + i, 1)));

                assertThat(received.orTimeout(30, TimeUnit.SECONDS).join())
                        .containsExactlyElementsOf(
                                LongStream.range(start, start + 200).boxed().toList());
            }
        }

        @Test
        void isShownThePositionsOfWhatItIgnores() throws Exception {
            store.publish(activated(0), deactivated(1));
            try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(headToken())) {
                assertThat(next(events).getPayload()).isEqualTo(new NodeActivated(NODE));
                events.skipMessagesWithPayloadTypeOf(next(events));

                // Many, for whoever could leave them out may take a moment to learn that they are not wanted.
                for (int sequence = 2; sequence < 30; sequence++) {
                    store.publish(deactivated(sequence));
                    assertThat(events.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
                    assertThat(next(events).trackingToken()).isEqualTo(at(start + sequence));
                }
            }
        }

        private @Nullable TrackingToken headToken() {
            return start == 0 ? null : at(start - 1);
        }

        private static TrackedEventMessage<?> next(BlockingStream<TrackedEventMessage<?>> stream) {
            try {
                return stream.nextAvailable();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
