package com.hotpotspot.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.events.json.EventSerializer;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Axon expects of an event store. */
class PostgresEventStorageEngineTest {

    private static final NodeId NODE = new NodeId("VAKE");

    private TestDatabase database;
    private PostgresEventStorageEngine engine;

    @BeforeEach
    void anEmptyLog() {
        database = TestDatabase.with(SchemaModule.LOG);
        engine = new PostgresEventStorageEngine(
                new PostgresEventLog(database.as("hps_command")), EventSerializer.create(), snapshots());
    }

    private static Serializer snapshots() {
        return Jackson3Serializer.builder().build();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static EventMessage<?> activated(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "node", stream, sequence, new NodeActivated(NODE), MetaData.with("channel", "till"));
    }

    @Test
    void anAggregateReadsBackItsOwnEvents() {
        engine.appendEvents(activated("node:VAKE", 0), activated("node:OTHER", 0), activated("node:VAKE", 1));

        List<? extends DomainEventMessage<?>> events =
                engine.readEvents("node:VAKE").asStream().toList();

        assertThat(events).extracting(event -> event.getSequenceNumber()).containsExactly(0L, 1L);
        assertThat(events).extracting(event -> (Object) event.getPayload()).containsOnly(new NodeActivated(NODE));
        assertThat(events).extracting(event -> event.getType()).containsOnly("node");
        assertThat(events)
                .extracting(event -> event.getMetaData().get("channel"))
                .containsOnly("till");
        assertThat(engine.lastSequenceNumberFor("node:VAKE")).contains(1L);
        assertThat(engine.lastSequenceNumberFor("node:NONE")).isEmpty();
    }

    @Test
    void theSlowerOfTwoCommandsIsToldSo() {
        engine.appendEvents(activated("node:VAKE", 0));

        assertThatThrownBy(() -> engine.appendEvents(activated("node:VAKE", 0)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void anEventWithoutAStreamIsRefused() {
        assertThatThrownBy(() -> engine.appendEvents(GenericEventMessage.asEventMessage(new NodeDeactivated(NODE))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLatestSnapshotOfAnAggregateIsKept() {
        engine.storeSnapshot(snapshot(7, "seven"));
        engine.storeSnapshot(snapshot(9, "nine"));
        engine.storeSnapshot(snapshot(8, "a late eight"));

        assertThat(engine.readSnapshot("node:VAKE").orElseThrow().getPayload()).isEqualTo(new State("nine"));
        assertThat(engine.readSnapshot("node:VAKE").orElseThrow().getSequenceNumber())
                .isEqualTo(9);
        assertThat(engine.readSnapshot("node:OTHER")).isEmpty();
    }

    private static DomainEventMessage<?> snapshot(long sequence, String state) {
        return new GenericDomainEventMessage<>("node", "node:VAKE", sequence, new State(state));
    }

    /** What an aggregate might remember. */
    record State(String value) {}

    @Test
    void aTokenIsAPosition() {
        engine.appendEvents(activated("node:VAKE", 0), activated("node:VAKE", 1), activated("node:VAKE", 2));

        assertThat(engine.createTailToken()).isNull();
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(engine.createTokenAt(Instant.EPOCH)).isNull();
        assertThat(engine.createTokenAt(Instant.now().plusSeconds(60))).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(0), false))
                .extracting(event -> ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex())
                .containsExactly(1L, 2L);
    }

    @Test
    void aTailingReaderIsWokenByAnAppendOfAnotherProcess() throws Exception {
        try (Notifications notifications =
                new Notifications(database.as("hps_query"), List.of(PostgresEventLog.CHANNEL))) {
            NotifiedEventStore store = NotifiedEventStore.create(
                    new PostgresEventStorageEngine(
                            new PostgresEventLog(database.as("hps_query")), EventSerializer.create(), snapshots()),
                    notifications);
            try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
                CompletableFuture<Object> received =
                        CompletableFuture.supplyAsync(() -> next(stream).getPayload());

                engine.appendEvents(activated("node:VAKE", 0));

                await().atMost(10, TimeUnit.SECONDS).until(received::isDone);
                assertThat(received.get()).isEqualTo(new NodeActivated(NODE));
            } finally {
                store.shutDown();
            }
        }
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
