package com.hotpotspot.query.projection;

import com.hotpotspot.events.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * One way of looking at the log, kept in tables of its own. It says once, for each event it wants to see, what that
 * changes; all others never reach it and are not even deserialised.
 *
 * @param <C> what a batch changes, summed up so that each table is written once
 */
public abstract class Projection<C> {

    private final ProjectionName name;
    private final JdbcOperations jdbc;
    private final Map<Class<? extends Event>, Handler<? super C, Event>> handlers = new HashMap<>();

    /** @param jdbc where its tables are */
    protected Projection(ProjectionName name, JdbcOperations jdbc) {
        this.name = name;
        this.jdbc = jdbc;
    }

    public final ProjectionName name() {
        return name;
    }

    /** The events it wants to see. */
    public final Set<Class<? extends Event>> interests() {
        return Set.copyOf(handlers.keySet());
    }

    final boolean wants(Class<?> event) {
        return handlers.containsKey(event);
    }

    /** Says what an event changes. */
    protected final <E extends Event> void on(Class<E> event, BiConsumer<? super C, ? super E> handler) {
        onRecorded(event, (changes, fact, recorded) -> handler.accept(changes, fact));
    }

    /** Says what an event changes, where its place in the log or its time matters. */
    protected final <E extends Event> void onRecorded(Class<E> event, Handler<? super C, ? super E> handler) {
        Handler<? super C, Event> before =
                handlers.put(event, (changes, fact, recorded) -> handler.take(changes, event.cast(fact), recorded));
        if (before != null) {
            throw new IllegalStateException(name + " says twice what " + event.getSimpleName() + " changes");
        }
    }

    /** Nothing changed yet. May read what the projection's tables hold. */
    protected abstract C begin();

    /** Says what has to be written for what a batch changes. */
    protected abstract void write(C changes, Writes writes);

    /**
     * Writes what a batch of events means, in the transaction that also keeps the position. Whatever it throws undoes
     * what it wrote. The events then come again: one by one if it may be the fault of one of them, which is left out if
     * it fails alone; else the whole batch.
     *
     * @param batch at least one event, in the order of the log; each event is in exactly one batch that succeeds
     */
    public final void project(List<Recorded> batch) {
        C changes = begin();
        for (Recorded recorded : batch) {
            Handler<? super C, Event> handler = handlers.get(recorded.event().getClass());
            if (handler == null) {
                throw new IllegalArgumentException(
                        recorded.event().getClass() + " is of no interest to the projection " + name);
            }
            handler.take(changes, recorded.event(), recorded);
        }
        Writes writes = new Writes();
        write(changes, writes);
        writes.send(jdbc);
    }

    /** What one kind of event changes. */
    @FunctionalInterface
    protected interface Handler<C, E> {

        /** @param recorded the event with its place in the log */
        void take(C changes, E event, Recorded recorded);
    }
}
