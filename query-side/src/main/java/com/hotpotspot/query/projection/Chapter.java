package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A part of the log, read and decoded once for whoever wants something of it.
 *
 * @param from its first position
 * @param next the first position after it; the same if the log has come to its end
 * @param cut whether it is as long as it may be, so that the log may go on; else it reached the end of the log
 * @param events those that somebody wants, in the order of the log
 * @param unreadable those of them that cannot be decoded
 */
record Chapter(long from, long next, boolean cut, List<Recorded> events, List<Unreadable> unreadable) {

    /**
     * Reads at most {@code span} positions, or fewer if their events are large.
     *
     * @param slices how many {@linkplain Slice slices} it may hold
     * @throws UnknownEventException before an event of a type that this build does not know
     */
    static Chapter read(EventLog log, long from, int span, int slices, Set<Class<? extends Event>> wanted) {
        List<Recorded> events = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        long end = from + span;
        long next = from;
        boolean cut = true;
        for (int i = 0; cut && i < slices && next < end; i++) {
            Slice slice = log.read(next, Math.toIntExact(end - next));
            slice.events().forEach(stored -> decode(stored, wanted, events, unreadable));
            next = slice.next();
            cut = slice.isFull() || next == end;
        }
        return new Chapter(from, next, cut, events, unreadable);
    }

    /** Where the log has come to its end, or nobody wants to go on. */
    static Chapter empty(long from) {
        return new Chapter(from, from, false, List.of(), List.of());
    }

    private static void decode(
            StoredEvent stored,
            Set<Class<? extends Event>> wanted,
            List<Recorded> events,
            List<Unreadable> unreadable) {
        // Whoever wrote it is newer than this build. To pass it over could make every later number wrong.
        EventType type = EventTypes.named(stored.type()).orElseThrow(() -> new UnknownEventException(stored));
        if (!wanted.contains(type.payload())) {
            return;
        }
        try {
            events.add(Recorded.of(stored));
        } catch (RuntimeException e) {
            if (!Fault.isOfTheEvent(e)) {
                throw e;
            }
            unreadable.add(
                    new Unreadable(type.payload(), Fault.of(stored.position(), stored.stream(), type.payload(), e)));
        }
    }

    boolean isEmpty() {
        return next == from;
    }

    /** An event that is in the way of nobody but those who want it. */
    record Unreadable(Class<?> event, Fault fault) {}
}
