package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.EventChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The streams of a log in an Axon Server, of which it keeps an index. */
final class AxonServerStreams {

    private final Supplier<EventChannel> channel;
    private final Duration answerWithin;

    AxonServerStreams(Supplier<EventChannel> channel, Duration answerWithin) {
        this.channel = channel;
        this.answerWithin = answerWithin;
    }

    /** The events from a sequence on, at most {@code limit}, without their positions. */
    List<StoredEvent> read(StreamId stream, long fromSequence, int limit) {
        List<StoredEvent> events = new ArrayList<>();
        AggregateEventStream read = channel.get().openAggregateStream(stream.toString(), fromSequence, 0);
        try {
            while (events.size() < limit && read.hasNext()) {
                events.add(AxonServerEvents.fromServer(StoredEvent.UNPLACED, read.next()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailableException("interrupted while reading stream " + stream, e);
        } catch (RuntimeException e) {
            throw AxonServerAnswers.failure("read stream " + stream, List.of(), e);
        }
        if (events.size() == limit) {
            read.cancel();
        }
        return events;
    }

    /** The sequence of the last event, or {@link EventLog#EMPTY} if there is no such stream. */
    long lastSequence(StreamId stream) {
        return answered(stream, highest(stream));
    }

    /**
     * Axon Server looks for a stream of the same name in its newest segments only when an event claims to be a stream's
     * first, unless it is told to look further: a sale sent again after a long time would be recorded twice. So we look
     * in all of them. Of two that come at the same time the server itself refuses the second.
     *
     * @throws SequenceTakenException if one of these events claims to be the first of a stream that is there
     */
    void newOnesMustBeNew(List<NewEvent> events) {
        Map<StreamId, CompletableFuture<Long>> highest = new LinkedHashMap<>();
        events.stream()
                .filter(event -> event.sequence() == 0)
                .map(NewEvent::stream)
                .forEach(stream -> highest.put(stream, highest(stream)));
        highest.forEach((stream, sequence) -> {
            if (answered(stream, sequence) >= 0) {
                throw new SequenceTakenException(stream, 0);
            }
        });
    }

    /** The sequence of the state that was last kept of an aggregate, or -1 if there is none. */
    long lastSnapshot(String stream) {
        try {
            AggregateEventStream latest = channel.get().loadSnapshot(stream);
            return latest.hasNext() ? latest.next().getAggregateSequenceNumber() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailableException("interrupted while reading the snapshot of " + stream, e);
        } catch (RuntimeException e) {
            throw AxonServerAnswers.failure("read the snapshot of " + stream, List.of(), e);
        }
    }

    private CompletableFuture<Long> highest(StreamId stream) {
        return channel.get().findHighestSequence(stream.toString());
    }

    private long answered(StreamId stream, CompletableFuture<Long> sequence) {
        return AxonServerAnswers.of("read stream " + stream, answerWithin, () -> sequence);
    }
}
