package com.hotpotspot.command.due;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.json.EventTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All kinds of work that become due. Several of them may follow from one and the same event. */
final class DueWorks {

    private final List<DueWork<?>> all;
    private final Map<String, DueWork<?>> byKind;
    private final Set<String> types;

    /** @throws IllegalStateException if two of them are kept under the same name */
    DueWorks(List<DueWork<?>> all) {
        this.all = List.copyOf(all);
        this.byKind = all.stream().collect(toUnmodifiableMap(DueWork::kind, identity()));
        this.types = EventTypes.namesOf(all.stream().map(DueWork::cause).toList());
    }

    /** The names of the events from which something follows. */
    Set<String> types() {
        return types;
    }

    /** What will have to be done because of an event: nothing, or something of one kind or of several. */
    Stream<DueTable.Row> from(Event event) {
        return all.stream().flatMap(work -> due(work, event).stream());
    }

    private static <E extends Event> Optional<DueTable.Row> due(DueWork<E> work, Event event) {
        return work.cause().isInstance(event)
                ? work.from(work.cause().cast(event)).map(due -> new DueTable.Row(due.at(), work.kind(), due.id(), 0))
                : Optional.empty();
    }

    /**
     * Does it, now that its time has come.
     *
     * @return whether it is done with; false also if nobody here knows such work
     */
    boolean carryOut(String kind, String id) {
        DueWork<?> work = byKind.get(kind);
        return work != null && work.carryOut(id);
    }
}
