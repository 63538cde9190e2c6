package com.hotpotspot.query.projection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a filled version in the place of the one that answers, if both say the same. Each step is one transaction, and
 * what is left to do is told by the versions' states, so that it can end anywhere and go on from there.
 */
final class Switching {

    private static final Logger LOG = LoggerFactory.getLogger(Switching.class);

    private final Set<ProjectionName> projections;
    private final Versions versions;
    private final Goals goals;
    private final Comparison comparison;
    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Switching(
            Set<ProjectionName> projections,
            Versions versions,
            Goals goals,
            Snapshots snapshots,
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.projections = Set.copyOf(projections);
        this.versions = versions;
        this.goals = goals;
        this.comparison = new Comparison(jdbc);
        this.snapshots = snapshots;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Takes a version further that has been filled, in the transaction that holds it, if it is where the other is. */
    void filled(Progress progress) {
        Version filled = progress.version();
        long end = goals.holdEnd(filled.projection());
        if (end != Goals.END_OF_LOG && end != progress.position() + 1) {
            return;
        }
        Optional<Versions.Answerer> answerer = versions.lockAnswerer(filled.projection());
        if (answerer.isEmpty() || versions.isUnasked(filled)) {
            replace(filled);
        } else if (answerer.get().isOfThisShape()) {
            versions.follow(filled, clock.millis());
        } else {
            // Whoever leads the other on has to wait for this; otherwise the two would never be at one position.
            settle(filled, comparison.differences(answerer.get().version(), filled));
        }
    }

    /** Compares those that go along with the ones that answer, and switches or stops them. */
    void compareFollowing() {
        for (Progress progress : versions.in(Set.of(VersionState.FOLLOWING), projections)) {
            Version filled = progress.version();
            List<String> differences = snapshots.read(() -> differences(filled));
            transaction.executeWithoutResult(status -> {
                boolean still = versions.lock(Group.ANSWERING.states(), projections).stream()
                        .anyMatch(each -> each.version().equals(filled) && each.state() == VersionState.FOLLOWING);
                if (still) {
                    settle(filled, differences);
                }
            });
        }
    }

    /** In one snapshot both are at the same position, because they are led on together. */
    private List<String> differences(Version filled) {
        return versions.live(filled.projection())
                .map(live -> comparison.differences(live, filled))
                .orElse(List.of());
    }

    private void settle(Version filled, List<String> differences) {
        if (differences.isEmpty()) {
            replace(filled);
        } else {
            String differs = String.join("; ", differences);
            versions.stop(filled, differs, clock.millis());
            LOG.warn(
                    "Version {} of projection {} says something else than the one that answers, and does not take its"
                            + " place: {}",
                    filled.number(),
                    filled.projection(),
                    differs);
        }
    }

    private void replace(Version filled) {
        versions.replace(filled, clock.millis());
        versions.announce(filled.toString());
        LOG.info("Version {} of projection {} answers now", filled.number(), filled.projection());
    }
}
