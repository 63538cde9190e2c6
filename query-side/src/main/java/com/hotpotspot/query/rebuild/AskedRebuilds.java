package com.hotpotspot.query.rebuild;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.projection.DiscardReason;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.projection.Discards;
import com.hotpotspot.query.projection.ParkedRetries;
import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.ProjectionState;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.projection.RebuildRefusedException;
import com.hotpotspot.query.projection.Rebuilds;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import com.hotpotspot.query.web.ProjectionCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rebuilds as a request asks for them, by what its path says. Whatever cannot be done is refused with a
 * {@link Problem}, which leads a person back to the page.
 */
@Component
final class AskedRebuilds {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Projections projections;
    private final Rebuilds rebuilds;
    private final ParkedRetries retries;
    private final Discards discards;

    AskedRebuilds(Projections projections, Rebuilds rebuilds, ParkedRetries retries, Discards discards) {
        this.discards = discards;
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.retries = retries;
    }

    ProjectionName begin(String projection) {
        ProjectionName name = known(projection);
        asked(() -> rebuilds.begin(name));
        return name;
    }

    ProjectionName accept(String projection, String versionNumber) {
        ProjectionName name = known(projection);
        int number = number(versionNumber);
        asked(() -> rebuilds.accept(name, number));
        return name;
    }

    ProjectionName drop(String projection, String versionNumber) {
        ProjectionName name = known(projection);
        int number = number(versionNumber);
        asked(() -> rebuilds.drop(name, number));
        return name;
    }

    /** @return how many events have been taken in */
    int retry(String projection, String position) {
        ProjectionName name = known(projection);
        long at = Parameters.position("position", position);
        return retries.retry(name, at).orElseThrow(() -> notParked(name, at));
    }

    /**
     * @param reason in the asker's words
     * @return how many events have been taken in that were parked with it
     */
    int discard(String projection, String position, @Nullable String reason, Caller caller, Channel channel) {
        ProjectionName name = known(projection);
        long at = Parameters.position("position", position);
        Trail who =
                Trail.of(caller.identity().account(), caller.actingIn().role().name(), channel);
        return discards.discard(name, at, reason(reason), who).orElseThrow(() -> notParked(name, at));
    }

    private static DiscardReason reason(@Nullable String text) {
        try {
            return new DiscardReason(text == null ? "" : text.strip());
        } catch (InvalidValue e) {
            throw Problem.invalid(e.field(), e.reason())
                    .knownAs("discard-reason")
                    .leadingTo("projections", ProjectionsPage.PATH);
        }
    }

    private static Problem notParked(ProjectionName name, long position) {
        return refused(
                ProjectionCode.EVENT_NOT_PARKED,
                "The projection " + name + " is not without the event at position " + position + ".");
    }

    private ProjectionName known(String name) {
        return projections.states().stream()
                .map(ProjectionState::name)
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(ProjectionCode.PROJECTION_UNKNOWN, "There is no projection of this name."));
    }

    private static int number(String versionNumber) {
        if (!NUMBER.matcher(versionNumber).matches()) {
            throw Problem.invalid("versionNumber", "must be the number of a version, a whole number from 1");
        }
        return Integer.parseInt(versionNumber);
    }

    private static void asked(Runnable action) {
        try {
            action.run();
        } catch (RebuildRefusedException e) {
            ProjectionCode code = ProjectionCode.of(e.reason());
            throw refused(code, code.meaning().replace("`", ""));
        }
    }

    private static Problem refused(PublicCode code, String detail) {
        return Problem.of(code, detail).leadingTo("projections", ProjectionsPage.PATH);
    }
}
