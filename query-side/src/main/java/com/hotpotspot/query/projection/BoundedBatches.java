package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.Slice;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a batch with the event that fills a {@link Slice}. Axon's processor counts events, and gathers a batch by
 * looking whether there is another without waiting for it; so once the batch is full, there is none until it waits
 * again.
 */
final class BoundedBatches implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Predicate<TrackedEventMessage<?>> wanted;
    private final Serializer serializer;

    /**
     * @param wanted which events stay in a batch
     * @param serializer the one that the events are read with, which knows their bytes
     */
    BoundedBatches(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            Predicate<TrackedEventMessage<?>> wanted,
            Serializer serializer) {
        this.source = source;
        this.wanted = wanted;
        this.serializer = serializer;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Batches(source.openStream(token));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return source.createTokenAt(dateTime);
    }

    private final class Batches implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> events;

        private int bytes;
        private @Nullable TrackingToken last;

        private Batches(BlockingStream<TrackedEventMessage<?>> events) {
            this.events = events;
        }

        /** What an upcaster made of one event is never parted. */
        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            Optional<TrackedEventMessage<?>> next = events.peek();
            return bytes < Slice.FULL_BYTES
                    ? next
                    : next.filter(event -> event.trackingToken().equals(last));
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            bytes = 0;
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            TrackedEventMessage<?> event = events.nextAvailable();
            last = event.trackingToken();
            if (wanted.test(event)) {
                bytes += event.serializePayload(serializer, byte[].class).getData().length;
            }
            return event;
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            events.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return events.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
