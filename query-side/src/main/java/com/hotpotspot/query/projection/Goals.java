package com.hotpotspot.query.projection;

import com.hotpotspot.query.projection.Versions.Answerer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How far versions have to come that are being filled: to where the one is that answers in their place. Where none
 * does, because the projection is new, it is where those of the other projections are; if it began among them before,
 * all pages would stand still until it has come to them.
 */
final class Goals {

    /** Where nothing answers at all, a version is filled up to the end of the log. */
    static final long END_OF_LOG = Long.MAX_VALUE;

    private final Versions versions;

    /** In the order in which versions are locked. */
    private final List<ProjectionName> projections;

    Goals(Versions versions, Collection<ProjectionName> projections) {
        this.versions = versions;
        this.projections = projections.stream()
                .sorted(Comparator.comparing(ProjectionName::name))
                .toList();
    }

    /** The first position that a version of this projection need not come to. */
    long end(ProjectionName filled) {
        return end(filled, versions::answerer);
    }

    /** The same, and it stays until the transaction ends. */
    long holdEnd(ProjectionName filled) {
        return end(filled, versions::lockAnswerer);
    }

    private long end(ProjectionName filled, Function<ProjectionName, Optional<Answerer>> answerer) {
        return answerer.apply(filled)
                .map(Stream::of)
                .orElseGet(() -> projections.stream().flatMap(name -> answerer.apply(name).stream()))
                .mapToLong(each -> each.position() + 1)
                .min()
                .orElse(END_OF_LOG);
    }
}
