package com.hotpotspot.eventlog;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log in memory that a test lets grow, go away and come back, and whose signals it gives itself. */
final class LogByHand implements EventLog, LogSignals {

    private final List<StoredEvent> events = new CopyOnWriteArrayList<>();
    private final Subscribers subscribers = new Subscribers();
    private final int widest;

    private volatile boolean away;

    /** @param widest how many positions a slice has at most */
    LogByHand(int widest) {
        this.widest = widest;
    }

    /** Records without saying so. */
    long record(StreamId stream, Event event) {
        NewEvent made = NewEvent.of(
                stream,
                events.size(),
                event,
                Trail.ofTheSystem(Channel.MACHINE),
                Instant.ofEpochMilli(1_700_000_000_000L + events.size()));
        events.add(new StoredEvent(
                events.size(),
                made.stream().toString(),
                made.sequence(),
                made.eventId(),
                made.type(),
                made.revision(),
                made.recordedAt(),
                made.payload(),
                made.metadata()));
        return events.size() - 1L;
    }

    void signal() {
        subscribers.tell("");
    }

    void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public Subscription subscribe(Runnable wake) {
        return subscribers.add(nothing -> wake.run());
    }

    @Override
    public long head() {
        mustBeThere();
        return events.size() - 1L;
    }

    @Override
    public Slice read(long from, int span, Set<String> types) {
        mustBeThere();
        long next = Math.max(from, Math.min(events.size(), from + Math.min(span, widest)));
        List<StoredEvent> wanted = new ArrayList<>(events.subList(Math.toIntExact(from), Math.toIntExact(next)));
        wanted.removeIf(event -> !types.isEmpty() && !types.contains(event.type()));
        return new Slice(wanted, next);
    }

    @Override
    public List<StoredEvent> readKind(String kind, long upToPosition) {
        mustBeThere();
        return events.stream()
                .filter(event ->
                        event.position() <= upToPosition && event.stream().startsWith(kind + ":"))
                .toList();
    }

    @Override
    public Appended append(List<NewEvent> appended) {
        throw new UnsupportedOperationException("a test records");
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromSequence, int limit) {
        throw new UnsupportedOperationException("nobody follows one stream");
    }

    @Override
    public long lastSequence(StreamId stream) {
        throw new UnsupportedOperationException("nobody follows one stream");
    }

    private void mustBeThere() {
        if (away) {
            throw new EventLogUnavailableException("the log is away", null);
        }
    }
}
