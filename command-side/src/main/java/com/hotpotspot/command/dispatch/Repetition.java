package com.hotpotspot.command.dispatch;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command that changed nothing, was refused or came second: perhaps it was carried out before, which its stream
 * tells.
 *
 * @param <R> what its handler answers
 */
public final class Repetition<R> {

    private static final int PAGE = 500;

    private final EventLog log;
    private final StreamId stream;
    private final Caller caller;
    private final Instant at;
    private final Optional<R> answer;

    /** @param answer of its handler; null if it was refused, or came second */
    Repetition(EventLog log, StreamId stream, Caller caller, Instant at, @Nullable R answer) {
        this.log = log;
        this.stream = stream;
        this.caller = caller;
        this.at = at;
        this.answer = Optional.ofNullable(answer);
    }

    /** Who sends it this time. */
    public Caller caller() {
        return caller;
    }

    /** When. */
    public Instant at() {
        return at;
    }

    /** What its handler answered; empty if it was refused, or came second. */
    public Optional<R> answer() {
        return answer;
    }

    /** What its stream holds, from the first event on, read page by page. */
    public Stream<StoredEvent> events() {
        return Stream.iterate(page(0), page -> !page.isEmpty(), this::after).flatMap(List::stream);
    }

    private List<StoredEvent> after(List<StoredEvent> page) {
        return page.size() < PAGE ? List.of() : page(page.getLast().sequence() + 1);
    }

    private List<StoredEvent> page(long from) {
        return log.readStream(stream, from, PAGE);
    }

    /** The last event of its stream that is wanted. */
    Optional<StoredEvent> last(Predicate<StoredEvent> wanted) {
        return events().filter(wanted).reduce((earlier, later) -> later);
    }
}
