package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.routine.Rest;
import com.hotpotspot.routine.Routine;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads a group of versions along the log: reads and decodes each part of it once, gives every version what it wants of
 * it, and commits all of them together, or those apart that nobody reads yet. The next part is read while this one is
 * written.
 */
final class GroupReader {

    /** Several processes may want to lead the same versions, and one does; the others look now and then. */
    private static final Rest STAND_BY = Rest.of(Duration.ofMillis(500));

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Lead lead;
    private final Declared declared;
    private final EventLog log;
    private final Versions versions;
    private final Intake intake;
    private final Lanes lanes;
    private final TransactionTemplate transaction;
    private final Routine routine;
    private final ExecutorService ahead = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("hps-ahead").factory());

    /** Where the next chapter is expected to begin; for the one thread of the routine, as is what is read ahead. */
    private long next;

    private @Nullable Ahead read;

    GroupReader(
            Lead lead,
            Declared declared,
            EventLog log,
            Versions versions,
            Intake intake,
            PlatformTransactionManager transactions) {
        this.lead = lead;
        this.declared = declared;
        this.log = log;
        this.versions = versions;
        this.intake = intake;
        this.lanes = new Lanes(declared, versions, intake, transactions);
        this.transaction = new TransactionTemplate(transactions);
        this.routine = new Routine(lead.name(), "lead the projections along the log", this::turn);
    }

    void start() {
        routine.start();
    }

    void wake() {
        routine.wake();
    }

    void stop() {
        routine.stop(STOP_WITHIN);
        ahead.shutdownNow();
        lanes.stop();
    }

    /** Whether it does its work at the moment. */
    boolean isWorking() {
        return routine.isRunning() && routine.state().isWell();
    }

    private Rest turn() throws InterruptedException {
        while (!routine.isStopping()) {
            long begun = System.nanoTime();
            Step step = step();
            routine.works();
            if (step == Step.LED_BY_ANOTHER) {
                return STAND_BY;
            }
            if (step == Step.ARRIVED) {
                return lead.atRest();
            }
            Duration rest = lead.restAfter(Duration.ofNanos(System.nanoTime() - begun));
            if (rest.isPositive()) {
                routine.pause(rest);
            }
        }
        return Rest.NONE;
    }

    private Step step() throws InterruptedException {
        try {
            Chapter chapter = chapter();
            Step step = transaction.execute(status -> take(chapter));
            if (step == Step.GONE_ON) {
                next = chapter.next();
            }
            return step;
        } catch (RuntimeException e) {
            read = null; // what was read may be what failed
            throw e;
        }
    }

    private Step take(Chapter chapter) {
        if (!versions.lead(lead.group())) {
            return Step.LED_BY_ANOTHER;
        }
        boolean apart = chapter.cut() && lead.mayGoApart(chapter.next());
        List<Progress> led = apart
                ? versions.in(lead.group().states(), declared.names())
                : versions.lock(lead.group().states(), declared.names());
        if (led.isEmpty()) {
            return Step.ARRIVED;
        }
        long from = led.stream().mapToLong(Progress::position).min().orElseThrow() + 1;
        if (chapter.from() != from) {
            next = from;
            return Step.SOMEWHERE_ELSE;
        }
        if (chapter.isEmpty()) {
            lead.arrived(led);
            return Step.ARRIVED;
        }
        if (apart) {
            lanes.feedBeside(lead.group(), led, chapter, lead.name());
            return Step.GONE_ON;
        }
        lanes.feed(led, chapter, lead.name());
        OptionalLong end = lead.hold(led, chapter.next());
        return end.isPresent() ? finish(chapter.next(), end.getAsLong()) : Step.GONE_ON;
    }

    /** Goes the last part of the way, while where it leads to is held still. */
    private Step finish(long from, long end) {
        long at = from;
        while (at < end) {
            Chapter last = read(at, span(at, end));
            if (last.isEmpty()) {
                next = at;
                return Step.SOMEWHERE_ELSE;
            }
            intake.oneOfMany(
                    () -> lanes.feed(versions.lock(lead.group().states(), declared.names()), last, lead.name()));
            at = last.next();
        }
        lead.arrived(versions.lock(lead.group().states(), declared.names()));
        return Step.ARRIVED;
    }

    /** The next part of the log, and while that is being taken in, the one after it is read. */
    private Chapter chapter() throws InterruptedException {
        Ahead before = read;
        read = null;
        Chapter chapter =
                before != null && before.from() == next ? before.chapter() : read(next, span(next, lead.end()));
        if (chapter.cut()) {
            long after = chapter.next();
            int span = span(after, lead.end());
            read = new Ahead(after, ahead.submit(() -> read(after, span)));
        }
        return chapter;
    }

    private int span(long from, long end) {
        return Math.toIntExact(Math.clamp(end - from, 0L, lead.span()));
    }

    private Chapter read(long from, int span) {
        return span == 0 ? Chapter.empty(from) : Chapter.read(log, from, span, lead.slices(), declared.audience());
    }

    private enum Step {
        GONE_ON,
        /** It had been led on by somebody else, or a version has come to it. */
        SOMEWHERE_ELSE,
        ARRIVED,
        LED_BY_ANOTHER
    }

    /** A chapter that is being read. */
    private record Ahead(long from, Future<Chapter> reading) {

        Chapter chapter() throws InterruptedException {
            try {
                return reading.get();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException failure -> throw failure;
                    case Error error -> throw error;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }
    }
}
