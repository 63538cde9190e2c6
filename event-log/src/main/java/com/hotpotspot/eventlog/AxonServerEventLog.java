package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/**
 * The log in an Axon Server, whose global index is our position: contiguous from 0 in commit order.
 *
 * <p>It keeps an index by stream and none by position within a stream, so {@link #readStream} knows no positions, and
 * none by kind, so {@link #readKind} looks at every event.
 */
public final class AxonServerEventLog implements EventLog {

    /**
     * How many events may be under way to a reader. The server counts events and not bytes, so this is as few as its
     * connector takes.
     */
    static final int EVENTS_AHEAD = 64;

    static final int REFILL = 16;

    private final AxonServerConnectionManager connections;
    private final String context;
    private final Duration answerWithin;
    private final AxonServerStreams streams;

    /** @param configuration names the context, and by its commit timeout how long to wait for any answer */
    public AxonServerEventLog(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        this.connections = connections;
        this.context = configuration.getContext();
        this.answerWithin = Duration.ofMillis(configuration.getCommitTimeout());
        this.streams = new AxonServerStreams(this::channel, answerWithin);
    }

    /** Whether something that Axon's event store threw comes from a lost or missing connection. */
    public static boolean isUnreachable(Throwable thrown) {
        return AxonServerAnswers.isUnreachable(thrown);
    }

    @Override
    public long head() {
        return AxonServerAnswers.of(
                "read the head of the log", answerWithin, () -> channel().getLastToken());
    }

    /**
     * Appends, then looks for the events from the former head on, since an append is not told its position. A command
     * that can do without should use {@link #record}.
     */
    @Override
    public Appended append(List<NewEvent> events) {
        long before = head();
        record(events);
        String first = events.getFirst().eventId().toString();
        long[] position = {EMPTY};
        scan(before + 1, head() + 1, stored -> {
            if (stored.getEvent().getMessageIdentifier().equals(first)) {
                position[0] = stored.getToken();
            }
            return position[0] == EMPTY;
        });
        if (position[0] == EMPTY) {
            throw new EventLogUnavailableException("appended, but could not find where", null);
        }
        return new Appended(position[0], position[0] + events.size() - 1);
    }

    /**
     * Writes all of {@code events}, next to each other, or none.
     *
     * @throws SequenceTakenException if another writer was faster in one of the streams
     */
    void record(List<NewEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to append");
        }
        streams.newOnesMustBeNew(events);
        AxonServerAnswers.of("append to the log", events, answerWithin, () -> {
            AppendEventsTransaction transaction = channel().startAppendEventsTransaction();
            events.forEach(event -> transaction.appendEvent(AxonServerEvents.toServer(event)));
            return transaction.commit();
        });
    }

    @Override
    public Slice read(long from, int span, Set<String> types) {
        long start = Math.max(0, from);
        long end = Math.min(head() + 1, Math.addExact(start, span));
        if (end <= start) {
            return new Slice(List.of(), start);
        }
        List<StoredEvent> events = new ArrayList<>();
        long[] bytes = {0};
        long next = scan(start, end, stored -> {
            if (types.isEmpty() || types.contains(stored.getEvent().getPayload().getType())) {
                StoredEvent event = AxonServerEvents.fromServer(stored.getToken(), stored.getEvent());
                events.add(event);
                bytes[0] += event.bytes();
            }
            return bytes[0] < Slice.FULL_BYTES;
        });
        return new Slice(events, next);
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
        return streams.read(stream, fromSequence, limit);
    }

    @Override
    public long lastSequence(StreamId stream) {
        return streams.lastSequence(stream);
    }

    @Override
    public List<StoredEvent> readKind(String kind, long upToPosition) {
        return readKinds(Set.of(kind), upToPosition);
    }

    /** Looks at every event up to the position, once for all kinds. */
    @Override
    public List<StoredEvent> readKinds(Set<String> kinds, long upToPosition) {
        List<StoredEvent> events = new ArrayList<>();
        scan(0, Math.min(upToPosition, head()) + 1, stored -> {
            if (kinds.contains(kindOf(stored.getEvent().getAggregateIdentifier()))) {
                events.add(AxonServerEvents.fromServer(stored.getToken(), stored.getEvent()));
            }
            return true;
        });
        return events;
    }

    private static String kindOf(String stream) {
        return stream.substring(0, Math.max(0, stream.indexOf(':')));
    }

    /** The sequence of the state that was last kept of an aggregate, or -1 if there is none. */
    long lastSnapshot(String stream) {
        return streams.lastSnapshot(stream);
    }

    /**
     * Looks at the events of a range one after the other, until {@code goOn} says no.
     *
     * @return the first position that was not looked at
     */
    private long scan(long from, long end, Predicate<EventWithToken> goOn) {
        if (end <= from) {
            return from;
        }
        try (EventStream stream = channel().openStream(from - 1, EVENTS_AHEAD, REFILL)) {
            for (long position = from; position < end; position++) {
                EventWithToken next = stream.nextIfAvailable(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    throw AxonServerAnswers.failure(
                            "read the log", List.of(), stream.getError().orElse(null));
                }
                if (next.getToken() != position) {
                    throw new IllegalStateException(String.format(
                            Locale.ROOT, "the log has a gap: %d came where %d was due", next.getToken(), position));
                }
                if (!goOn.test(next)) {
                    return position + 1;
                }
            }
            return end;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailableException("interrupted while reading the log", e);
        }
    }

    private EventChannel channel() {
        return AxonServerAnswers.connected(
                () -> connections.getConnection(context).eventChannel());
    }
}
