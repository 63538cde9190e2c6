package com.hotpotspot.query.projection;

import java.util.EnumSet;
import java.util.Set;

/** Which versions are led along the log together. */
enum Group {
    /** Those that answer, with those that go along: all that a page shows is true at one position. */
    ANSWERING,
    /** Those that are being filled. */
    FILLING;

    Set<VersionState> states() {
        return switch (this) {
            case ANSWERING -> EnumSet.of(VersionState.LIVE, VersionState.FOLLOWING);
            case FILLING -> EnumSet.of(VersionState.FILLING);
        };
    }
}
