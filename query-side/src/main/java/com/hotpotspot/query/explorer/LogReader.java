package com.hotpotspot.query.explorer;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.query.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads single events of the log, and streams a part at a time; no part is larger than a slice of the log. */
@Component
final class LogReader {

    private final EventLog log;

    LogReader(EventLog log) {
        this.log = log;
    }

    /** The position of the last event; -1 for an empty log. */
    long head() {
        return log.head();
    }

    /** @throws Problem 404 if the log does not reach so far */
    StoredEvent event(long position) {
        return at(position)
                .orElseThrow(() -> Problem.of(
                        ExplorerCode.EVENT_UNKNOWN,
                        String.format(
                                Locale.ROOT, "The log has no position %d: it ends at %d.", position, log.head())));
    }

    Optional<StoredEvent> at(long position) {
        return log.read(position, 1).events().stream().findFirst();
    }

    /** By its own id; empty if none of about its time has that. */
    Optional<StoredEvent> withId(UUID id) {
        return log.find(id);
    }

    boolean has(StreamId stream) {
        return log.lastSequence(stream) != EventLog.EMPTY;
    }

    /** The events before a position, the latest first, without what they say. */
    List<Heading> before(long position, int most) {
        long from = Math.max(0, position - most);
        List<Heading> events = new ArrayList<>();
        log.forEach(from, Math.toIntExact(position - from), event -> events.add(Heading.of(event)));
        return events.reversed();
    }

    /** The events beside one in its stream, itself among them. */
    List<Heading> beside(StoredEvent event) {
        try {
            return log.readStream(StreamId.parse(event.stream()), Math.max(0, event.sequence() - 1), 3).stream()
                    .map(Heading::of)
                    .toList();
        } catch (InvalidValue e) {
            // Of a time before streams had a form; its own page has to be shown all the same.
            return List.of(Heading.of(event));
        }
    }

    /**
     * Some events of a stream.
     *
     * @param from the sequence of the first of them; null for the first there is in that order
     * @throws Problem 404 if there is no such stream
     */
    StreamPart stream(StreamId stream, @Nullable Long from, boolean newestFirst, int most) {
        long last = log.lastSequence(stream);
        if (last == EventLog.EMPTY) {
            throw Problem.of(ExplorerCode.STREAM_UNKNOWN, "The log has no stream " + stream + '.');
        }
        List<StoredEvent> events = newestFirst
                ? backward(stream, from == null ? last : Math.min(from, last), most)
                : log.readStream(stream, from == null ? 0 : from, most);
        List<StoredEvent> bounded = bounded(events);
        return new StreamPart(last, bounded, next(bounded, newestFirst, last));
    }

    private List<StoredEvent> backward(StreamId stream, long from, int most) {
        long first = Math.max(0, from - most + 1);
        return log.readStream(stream, first, Math.toIntExact(from - first + 1)).reversed();
    }

    /** Up to the one that fills a slice. */
    private static List<StoredEvent> bounded(List<StoredEvent> events) {
        long bytes = 0;
        for (int i = 0; i < events.size(); i++) {
            bytes += events.get(i).bytes();
            if (bytes >= Slice.FULL_BYTES) {
                return events.subList(0, i + 1);
            }
        }
        return events;
    }

    private static @Nullable Long next(List<StoredEvent> events, boolean newestFirst, long last) {
        if (events.isEmpty()) {
            return null;
        }
        long end = events.getLast().sequence();
        if (newestFirst) {
            return end > 0 ? end - 1 : null;
        }
        return end < last ? end + 1 : null;
    }

    /** @throws Problem 400 if no stream can be called so */
    static StreamId named(String streamId) {
        try {
            return StreamId.parse(streamId);
        } catch (InvalidValue e) {
            throw Problem.invalid("streamId", e.reason()).knownAs("no-stream");
        }
    }
}
