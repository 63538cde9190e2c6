package com.hotpotspot.eventlog;

import com.hotpotspot.events.StreamId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The log as bytes. Positions are contiguous from 0 in commit order, so a reader that continues at {@link Slice#next()}
 * misses nothing and nobody needs to look for gaps.
 *
 * <p>All methods throw {@link EventLogUnavailableException} when the log cannot be reached.
 */
public interface EventLog {

    /** The {@link #head()} of a log, and the {@link #lastSequence} of a stream, without events. */
    long EMPTY = -1;

    /** The position of the last event, or {@link #EMPTY}. */
    long head();

    /**
     * Looks whether the log still ends where it ended when it was last written, as far as the engine can tell.
     *
     * @throws LogCutShortException if it does not
     */
    default void requireWhole() {}

    /** Whether appends of this process were recorded lately, as far as the engine can tell; a full disk is a reason. */
    default boolean takesAppends() {
        return true;
    }

    /**
     * Writes all of {@code events}, next to each other, or none.
     *
     * @throws SequenceTakenException if a sequence of one of the streams is taken
     * @throws LogCutShortException if events are missing at the end of the log
     */
    Appended append(List<NewEvent> events);

    /**
     * Looks at up to {@code span} positions from {@code from} on, or at fewer if their events fill a {@link Slice}: a
     * slice that is shorter than its span need not be the last.
     *
     * @param types the names of the events that are wanted; empty for all
     */
    Slice read(long from, int span, Set<String> types);

    /**
     * Hands over the events of up to {@code span} positions one by one, and never holds more of them than a slice.
     *
     * @return the first position that was not looked at: the end of the range, or of the log if that comes first
     */
    default long forEach(long from, int span, Consumer<StoredEvent> reader) {
        long next = Math.max(0, from);
        long end = Math.addExact(next, span);
        boolean more = next < end;
        while (more) {
            Slice slice = read(next, Math.toIntExact(end - next));
            slice.events().forEach(reader);
            next = slice.next();
            more = slice.isFull() && next < end;
        }
        return next;
    }

    /**
     * The events of one stream from {@code fromSequence} on, at most {@code limit}. Whether their positions are known
     * or {@link StoredEvent#UNPLACED} is up to the engine. Bounded by number alone: what can be large is written once
     * in a stream.
     */
    List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit);

    /** The sequence of the last event of a stream, or {@link #EMPTY} if there is no such stream. */
    long lastSequence(StreamId stream);

    /**
     * The event with an id. No engine keeps an index by ids, which tell the time instead (RFC 9562, version 7): it is
     * looked for among the events of that time, so that one which was written long after its id was made is not found.
     *
     * @return empty if it is not there, or the id is of another version
     */
    default Optional<StoredEvent> find(UUID eventId) {
        return new IdSearch(this).find(eventId);
    }

    /**
     * All events of all streams of one kind up to a position, in position order. For kinds that stay small: what it
     * costs is up to the engine, from a look into an index to a look at every event.
     */
    List<StoredEvent> readKind(String kind, long upToPosition);

    /** The same for several kinds, in position order over all of them. */
    default List<StoredEvent> readKinds(Set<String> kinds, long upToPosition) {
        return kinds.stream()
                .flatMap(kind -> readKind(kind, upToPosition).stream())
                .sorted(Comparator.comparingLong(StoredEvent::position))
                .toList();
    }

    /** Reads on from {@code from}, all types. */
    default Slice read(long from, int span) {
        return read(from, span, Set.of());
    }
}
