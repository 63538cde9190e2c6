package com.hotpotspot.query.stream;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.Slice;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.query.pool.Purpose;
import com.hotpotspot.query.web.BlockingWork;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/**
 * Reads the log slice by slice, and the next only when somebody takes it. Between two slices it holds nothing, so a
 * reader may be slow and may go away at any time.
 */
@Component
final class EventReader {

    private static final int SPAN = 1_000;

    /** Should an announcement be lost, and for a reader that has gone away to be noticed. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final EventLog log;
    private final NewEvents newEvents;
    private final BlockingWork blocking;

    EventReader(EventLog log, NewEvents newEvents, BlockingWork blocking) {
        this.log = log;
        this.newEvents = newEvents;
        this.blocking = blocking;
    }

    /**
     * The events from a position up to the head of the log at the time of subscription.
     *
     * @param types names of the events that are wanted; empty for all
     */
    Flux<List<StoredEvent>> toHead(long from, Set<String> types) {
        return Flux.<List<StoredEvent>, Range>generate(
                        () -> new Range(from, Purpose.PIECE.get(log::head)), (range, sink) -> next(range, types, sink))
                .subscribeOn(blocking.scheduler());
    }

    /** The events from a position on, for ever. Begins with an empty slice as soon as the log can be read. */
    Flux<List<StoredEvent>> follow(long from, Set<String> types) {
        Flux<List<StoredEvent>> ready = Flux.defer(() -> {
            long unused = Purpose.PIECE.get(log::head);
            return Flux.just(List.of());
        });
        Flux<List<StoredEvent>> events = Flux.generate(() -> from, (next, sink) -> next(next, types, sink));
        return Flux.concat(ready, events).subscribeOn(blocking.scheduler());
    }

    private Range next(Range range, Set<String> types, SynchronousSink<List<StoredEvent>> sink) {
        if (range.isEmpty()) {
            sink.complete();
            return range;
        }
        int span = Math.toIntExact(Math.min(SPAN, range.length()));
        Slice slice = Purpose.PIECE.get(() -> log.read(range.from(), span, types));
        sink.next(slice.events());
        return new Range(slice.next(), range.to());
    }

    private long next(long from, Set<String> types, SynchronousSink<List<StoredEvent>> sink) {
        long seen = newEvents.announcements();
        Slice slice = Purpose.PIECE.get(() -> log.read(from, SPAN, types));
        if (slice.next() == from) {
            rest(seen);
        }
        // Empty slices are sent as well: it is between slices that a reader's leaving shows.
        sink.next(slice.events());
        return slice.next();
    }

    private void rest(long seen) {
        try {
            newEvents.await(seen, LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while following the log", e);
        }
    }

    /** @param to inclusive */
    private record Range(long from, long to) {

        boolean isEmpty() {
            return from > to;
        }

        long length() {
            return to - from + 1;
        }
    }
}
