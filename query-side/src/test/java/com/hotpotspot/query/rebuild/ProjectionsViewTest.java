package com.hotpotspot.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.query.layout.Span;
import com.hotpotspot.query.projection.VersionReport;
import com.hotpotspot.query.projection.VersionState;
import com.hotpotspot.query.rebuild.ProjectionsEndpoint.Progress;
import com.hotpotspot.query.rebuild.ProjectionsEndpoint.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionsViewTest {

    private static final Instant BEGUN = Instant.parse("2026-11-28T09:00:00Z");

    @Test
    void whatIsLeftTakesAsLongForEachEventAsWhatIsDone() {
        ProjectionsView.OfVersion version = after(100, filling(24, null));

        assertThat(version.percent()).isEqualTo(25);
        assertThat(version.left()).isEqualTo(new Span("minutes", 5));
        assertThat(after(20, filling(49, null)).left()).isEqualTo(new Span("seconds", 20));
        assertThat(after(7_200, filling(9, null)).left()).isEqualTo(new Span("hours", 18));
    }

    @Test
    void nobodyKnowsHowLongItTakesBeforeAnythingIsDone() {
        assertThat(after(100, filling(-1, null)).percent()).isZero();
        assertThat(after(100, filling(-1, null)).left()).isNull();
    }

    @Test
    void whatStoodStillAndCatchesUpHasNoPace() {
        assertThat(after(86_400, filling(89, BEGUN.plusSeconds(10))).left()).isNull();
    }

    @Test
    void aLogThatIsShorterThanWhatWasReadIsWhole() {
        assertThat(after(100, filling(120, null)).percent()).isEqualTo(100);
        assertThat(after(100, filling(120, null)).left()).isEqualTo(new Span("seconds", 0));
    }

    @Test
    void onlyOneThatDiffersIsTakenAndOnlyOneThatDoesNotAnswerDropped() {
        assertThat(after(1, in(VersionState.DIFFERENT)).mayBeTaken()).isTrue();
        assertThat(after(1, in(VersionState.OLD)).mayBeTaken()).isFalse();
        assertThat(after(1, in(VersionState.OLD)).mayBeDropped()).isTrue();
        assertThat(after(1, in(VersionState.LIVE)).mayBeDropped()).isFalse();
    }

    private static VersionReport filling(long position, @Nullable Instant filledAt) {
        return new VersionReport(2, VersionState.FILLING, position, BEGUN, filledAt, null);
    }

    private static VersionReport in(VersionState state) {
        return new VersionReport(2, state, 99, BEGUN, BEGUN, null);
    }

    /** Of a log of a hundred events. */
    private static ProjectionsView.OfVersion after(long seconds, VersionReport version) {
        Progress progress = new Progress("sales", 1, true, 99, 0, 0, List.of(), List.of(version));
        return ProjectionsView.of(new Report(99, List.of(progress)), BEGUN.plusSeconds(seconds))
                .projections()
                .getFirst()
                .others()
                .getFirst();
    }
}
