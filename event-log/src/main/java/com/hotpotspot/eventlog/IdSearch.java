package com.hotpotspot.eventlog;

import java.util.Optional;
import java.util.UUID;

/**
 * Finds an event by the time that its id tells. Ids are made before their events get positions, so that they are in
 * order but for those of commands that ran at the same time: the search halves the log to where the time is reached,
 * and looks around there, the nearest first.
 */
final class IdSearch {

    /** How many events are looked at in one go. */
    private static final int SPAN = 1_000;

    /** How many times as many on either side: more than are written while the slowest of commands runs. */
    private static final int SPANS_ASIDE = 5;

    private static final int WITH_TIME = 7;
    private static final int BITS_BEHIND_TIME = 16;

    private final EventLog log;

    IdSearch(EventLog log) {
        this.log = log;
    }

    Optional<StoredEvent> find(UUID id) {
        if (id.version() != WITH_TIME) {
            return Optional.empty();
        }
        long size = log.head() + 1;
        long middle = firstAt(millis(id), size) - SPAN / 2;
        Optional<StoredEvent> found = among(id, middle, size);
        for (int aside = 1; found.isEmpty() && aside <= SPANS_ASIDE; aside++) {
            long before = middle - (long) aside * SPAN;
            long behind = middle + (long) aside * SPAN;
            found = among(id, behind, size).or(() -> among(id, before, size));
        }
        return found;
    }

    /** The first position at which a time is reached; the size of the log if it is not. */
    private long firstAt(long millis, long size) {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (millis(log.read(middle, 1).events().getFirst()) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<StoredEvent> among(UUID id, long from, long size) {
        long next = Math.max(0, from);
        long end = Math.min(size, from + SPAN);
        while (next < end) {
            Slice slice = log.read(next, Math.toIntExact(end - next));
            Optional<StoredEvent> found = slice.events().stream()
                    .filter(event -> event.eventId().equals(id))
                    .findFirst();
            if (found.isPresent() || slice.next() == next) {
                return found;
            }
            next = slice.next();
        }
        return Optional.empty();
    }

    /** By its id, since that is what is compared; one that tells no time was recorded at about the same. */
    private static long millis(StoredEvent event) {
        return event.eventId().version() == WITH_TIME
                ? millis(event.eventId())
                : event.recordedAt().toEpochMilli();
    }

    private static long millis(UUID id) {
        return id.getMostSignificantBits() >>> BITS_BEHIND_TIME;
    }
}
