package com.hotpotspot.query.projection;

/** What a version of a projection is there for. */
public enum VersionState {
    /** It is being filled from the beginning of the log, at a pace that leaves the others their share. */
    FILLING,
    /** It has come as far as the one that answers and goes along with it, until the two have been compared. */
    FOLLOWING,
    /** It answers. */
    LIVE,
    /** It answered before, and stands still since. */
    OLD,
    /** It said something else than the one that answers, and stands still since. */
    DIFFERENT;

    /** Whether it may still take the place of the one that answers. */
    boolean isOnItsWay() {
        return this == FILLING || this == FOLLOWING || this == DIFFERENT;
    }
}
