package com.hotpotspot.query.projection;

import com.hotpotspot.events.projection.ParkedEventDiscarded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a version of a projection its batches, and parks what it cannot take in. A batch that fails because of its data
 * is undone up to a savepoint and taken in event by event, so that only the culprits are left out, with what comes
 * later in their streams; all of it happens in the one transaction that also keeps the position. A failure that is
 * nobody's data undoes everything, and the batch comes again.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Savepoints savepoints;
    private final ParkedEvents parkedEvents;

    Intake(Savepoints savepoints, ParkedEvents parkedEvents) {
        this.savepoints = savepoints;
        this.parkedEvents = parkedEvents;
    }

    /**
     * Takes in what a version wants of a chapter and has not taken in before, within the transaction that has been
     * begun.
     */
    void take(Projection<?> projection, Progress progress, Chapter chapter) {
        Version version = progress.version();
        List<Fault> faults = new ArrayList<>(unreadable(projection, progress, chapter));
        List<Recorded> batch = wanted(projection, progress, chapter);
        List<Long> discarded = discarded(progress, chapter);
        if (batch.isEmpty() && faults.isEmpty() && discarded.isEmpty()) {
            return;
        }
        forget(version, faults);
        Set<String> parked = new HashSet<>();
        faults.forEach(fault -> parked.add(fault.stream()));
        if (progress.parked()) {
            parked.addAll(parkedEvents.streams(
                    version, batch.stream().map(Recorded::stream).toList()));
        }
        if (!parked.isEmpty() || attempt(projection, version, batch).isPresent()) {
            takeEach(projection, version, batch, parked, faults);
        }
        if (!faults.isEmpty()) {
            park(version, faults);
        }
        discarded.forEach(position -> parkedEvents.discard(version, position));
    }

    /** What somebody decided that the projection does without. */
    private static List<Long> discarded(Progress progress, Chapter chapter) {
        String projection = progress.version().projection().name();
        return chapter.discards().stream()
                .filter(discard -> discard.position() > progress.position())
                .map(Chapter.Discard::event)
                .filter(event -> event.projection().equals(projection))
                .map(ParkedEventDiscarded::position)
                .toList();
    }

    /** Leaves out what was discarded before this version came to it. */
    private void forget(Version version, List<Fault> faults) {
        if (!faults.isEmpty()) {
            Set<Long> gone = parkedEvents.discarded(
                    version.projection(), faults.stream().map(Fault::position).toList());
            faults.removeIf(fault -> gone.contains(fault.position()));
        }
    }

    private static List<Fault> unreadable(Projection<?> projection, Progress progress, Chapter chapter) {
        return chapter.unreadable().stream()
                .filter(each -> each.fault().position() > progress.position() && projection.wants(each.event()))
                .map(Chapter.Unreadable::fault)
                .toList();
    }

    private static List<Recorded> wanted(Projection<?> projection, Progress progress, Chapter chapter) {
        List<Recorded> wanted = chapter.wantedBy(projection.name());
        return progress.position() < chapter.from()
                ? wanted
                : wanted.stream()
                        .filter(recorded -> recorded.position() > progress.position())
                        .toList();
    }

    private void takeEach(
            Projection<?> projection, Version version, List<Recorded> batch, Set<String> parked, List<Fault> faults) {
        Set<Long> gone = parkedEvents.discarded(
                version.projection(), batch.stream().map(Recorded::position).toList());
        batch.stream()
                .filter(event -> !gone.contains(event.position()))
                .forEach(event -> takeOne(projection, version, event, parked, faults));
    }

    private void takeOne(
            Projection<?> projection, Version version, Recorded recorded, Set<String> parked, List<Fault> faults) {
        if (parked.contains(recorded.stream())) {
            faults.add(Fault.after(
                    recorded.stream(), recorded.position(), recorded.event().getClass()));
            return;
        }
        attempt(projection, version, List.of(recorded))
                .ifPresentOrElse(
                        failure -> {
                            faults.add(Fault.of(recorded, failure));
                            parked.add(recorded.stream());
                        },
                        savepoints::forget);
    }

    private void park(Version version, List<Fault> faults) {
        faults.sort(Comparator.comparingLong(Fault::position));
        parkedEvents.park(version, faults);
        LOG.warn(
                "Projection {} goes on without {} event(s) that it cannot take in. First {} at position {}: {}",
                version,
                faults.size(),
                faults.getFirst().type(),
                faults.getFirst().position(),
                faults.getFirst().reason());
    }

    /** Takes in one part of several within one transaction. */
    void oneOfMany(Runnable part) {
        savepoints.forgetAllOf(part);
    }

    /** @return why the projection cannot take them in; empty if it has */
    Optional<RuntimeException> attempt(Projection<?> projection, Version version, List<Recorded> events) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        savepoints.beginWith(version);
        try {
            projection.project(events);
            return Optional.empty();
        } catch (RuntimeException e) {
            if (!Fault.isOfTheEvent(e)) {
                throw e;
            }
            savepoints.undo();
            LOG.debug("Projection {} cannot take in {} event(s)", projection.name(), events.size(), e);
            return Optional.of(e);
        }
    }
}
