package com.hotpotspot.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a chapter to versions: to all of them in the transaction that leads, or to half of them there and to the others
 * beside it, in a transaction of their own. The second way is for versions that nobody reads yet; it keeps two
 * processors and two connections at work. Where one of the two transactions fails, the versions of the other are ahead,
 * and take in nothing of what they have when the chapter comes again.
 */
final class Lanes {

    private final Declared declared;
    private final Versions versions;
    private final Intake intake;
    private final TransactionTemplate transaction;
    private final ExecutorService beside = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("hps-lane").factory());

    Lanes(Declared declared, Versions versions, Intake intake, PlatformTransactionManager transactions) {
        this.declared = declared;
        this.versions = versions;
        this.intake = intake;
        this.transaction = new TransactionTemplate(transactions);
    }

    void stop() {
        beside.shutdownNow();
    }

    /** Gives each what it wants of a chapter, in the transaction that holds them. */
    void feed(List<Progress> held, Chapter chapter, String word) {
        for (Progress progress : held) {
            intake.take(declared.named(progress.version().projection()).orElseThrow(), progress, chapter);
        }
        versions.advance(held.stream().map(Progress::version).toList(), chapter.next() - 1, word);
    }

    /** The same for versions that need not be held together, in the transaction that leads and beside it. */
    void feedBeside(Group group, List<Progress> led, Chapter chapter, String word) {
        List<ProjectionName> here = new ArrayList<>();
        List<ProjectionName> there = new ArrayList<>();
        for (Progress progress : led) {
            (here.size() > there.size() ? there : here).add(progress.version().projection());
        }
        Future<?> lane = there.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : beside.submit(() ->
                        transaction.executeWithoutResult(status -> feed(hold(group, there, chapter), chapter, word)));
        try {
            feed(hold(group, here, chapter), chapter, word);
        } finally {
            await(lane);
        }
    }

    /** One that has been added since the chapter was chosen begins before it. */
    private List<Progress> hold(Group group, List<ProjectionName> names, Chapter chapter) {
        return versions.lock(group.states(), names).stream()
                .filter(progress -> progress.position() >= chapter.from() - 1)
                .toList();
    }

    private static void await(Future<?> lane) {
        try {
            lane.get();
        } catch (InterruptedException e) {
            lane.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while half of the versions were written");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
