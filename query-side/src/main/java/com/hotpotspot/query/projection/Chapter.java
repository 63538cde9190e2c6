package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.projection.ParkedEventDiscarded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the log, read and decoded once for whoever wants something of it.
 *
 * @param from its first position
 * @param next the first position after it; the same if the log has come to its end
 * @param cut whether it is as long as it may be, so that the log may go on; else it reached the end of the log
 * @param events what each projection wants of it, in the order of the log
 * @param unreadable those that somebody wants and that cannot be decoded
 * @param discards which parked events projections are to do without
 */
record Chapter(
        long from,
        long next,
        boolean cut,
        Map<ProjectionName, List<Recorded>> events,
        List<Unreadable> unreadable,
        List<Discard> discards) {

    /** Ordinary events up to here fill no slice; to find the end of one among more, all of them would be looked at. */
    private static final int PART = 1_000;

    /**
     * Reads at most {@code span} positions, or fewer if their events are large.
     *
     * @param slices how many full {@linkplain Slice slices} it may hold
     * @throws UnknownEventException before an event of a type that this build does not know
     */
    static Chapter read(EventLog log, long from, int span, int slices, Audience audience) {
        Decoding decoding = new Decoding(audience);
        long end = from + span;
        long next = from;
        long room = (long) slices * Slice.FULL_BYTES;
        boolean cut = true;
        while (cut && room > 0 && next < end) {
            long part = Math.min(end, next + PART);
            Slice slice = log.read(next, Math.toIntExact(part - next));
            slice.events().forEach(decoding::take);
            room -= slice.bytes();
            next = slice.next();
            cut = slice.isFull() || next == part;
        }
        return new Chapter(from, next, cut, decoding.events, decoding.unreadable, decoding.discards);
    }

    /** Where the log has come to its end, or nobody wants to go on. */
    static Chapter empty(long from) {
        return new Chapter(from, from, false, Map.of(), List.of(), List.of());
    }

    boolean isEmpty() {
        return next == from;
    }

    /** What a projection wants of it, in the order of the log. */
    List<Recorded> wantedBy(ProjectionName projection) {
        return events.getOrDefault(projection, List.of());
    }

    /** Somebody's decision, with its place in the log. */
    record Discard(long position, ParkedEventDiscarded event) {}

    /** An event that is in the way of nobody but those who want it. */
    record Unreadable(Class<?> event, Fault fault) {}

    /**
     * Sorts events as they come: to look for them again, once for each projection, would take longer than to read them.
     */
    private static final class Decoding {

        private final Audience audience;
        private final Map<ProjectionName, List<Recorded>> events = new HashMap<>();
        private final List<Unreadable> unreadable = new ArrayList<>();
        private final List<Discard> discards = new ArrayList<>();

        Decoding(Audience audience) {
            this.audience = audience;
        }

        void take(StoredEvent stored) {
            // Whoever wrote it is newer than this build. To pass it over could make every later number wrong.
            EventType type = EventTypes.named(stored.type()).orElseThrow(() -> new UnknownEventException(stored));
            List<ProjectionName> wanting = audience.of(type.payload());
            if (wanting.isEmpty() && type.payload() != ParkedEventDiscarded.class) {
                return;
            }
            try {
                Recorded recorded = Recorded.of(stored);
                wanting.forEach(projection -> events.computeIfAbsent(projection, key -> new ArrayList<>())
                        .add(recorded));
                if (recorded.event() instanceof ParkedEventDiscarded discard) {
                    discards.add(new Discard(stored.position(), discard));
                }
            } catch (RuntimeException e) {
                if (!Fault.isOfTheEvent(e)) {
                    throw e;
                }
                unreadable.add(new Unreadable(
                        type.payload(), Fault.of(stored.position(), stored.stream(), type.payload(), e)));
            }
        }
    }
}
