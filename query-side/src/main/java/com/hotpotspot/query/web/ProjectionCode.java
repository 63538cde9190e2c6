package com.hotpotspot.query.web;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import com.hotpotspot.query.projection.RebuildRefusedException.Reason;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why a projection cannot answer, or cannot be filled anew. */
public enum ProjectionCode implements PublicCode {
    POSITION_NOT_REACHED(
            Status.CONFLICT,
            "What answers this has not come to this position yet; the detail says how far; try again."),
    PROJECTION_UNKNOWN(Status.NOT_FOUND, "There is no projection of this name."),
    PROJECTION_FILLING(
            Status.SERVICE_UNAVAILABLE,
            "What answers this is being filled from the log since the last update; `GET /api/v1/projections` says how far it is."),
    REBUILD_ELSEWHERE(
            Status.CONFLICT,
            "This process may not make tables (`hotpotspot.migration.enabled` is false); ask one that may."),
    REBUILD_UNDER_WAY(
            Status.CONFLICT,
            "Another version of the projection is on its way, or differs and waits for somebody to take or drop it."),
    VERSIONS_EXHAUSTED(Status.CONFLICT, "There are three versions of the projection; drop an old one first."),
    VERSION_NOT_DIFFERENT(
            Status.CONFLICT, "The projection has no such version that said something else than the one that answers."),
    VERSION_NOT_DROPPABLE(Status.CONFLICT, "The projection has no such version, or it is the one that answers."),
    VERSION_IN_USE(Status.CONFLICT, "Somebody still reads this version; try again."),
    EVENT_NOT_PARKED(Status.NOT_FOUND, "The projection is not without the event at this position.");

    private final Status status;
    private final String meaning;

    ProjectionCode(Status status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    static Problem filling() {
        return Problem.of(
                PROJECTION_FILLING,
                "What answers this is being filled from the log since the last update. Try again; an operator sees at"
                        + " /api/v1/projections how far it is.");
    }

    /** What a reason is called outside. */
    public static ProjectionCode of(Reason reason) {
        return switch (reason) {
            case MADE_ELSEWHERE -> REBUILD_ELSEWHERE;
            case UNDER_WAY -> REBUILD_UNDER_WAY;
            case TOO_MANY -> VERSIONS_EXHAUSTED;
            case NOT_DIFFERENT -> VERSION_NOT_DIFFERENT;
            case NOT_DROPPABLE -> VERSION_NOT_DROPPABLE;
            case IN_USE -> VERSION_IN_USE;
        };
    }

    /** Which of these a door refuses with. */
    @Documented
    @Refuses
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Refused {
        ProjectionCode[] value();
    }
}
