package com.hotpotspot.routine;

import java.util.OptionalLong;

/** Something that goes on beside all requests until the process ends. */
public interface Ongoing {

    /** What it goes on by. */
    Routine routine();

    /** The first position of the log that it has not come to yet; empty if it does not go along the log, or not yet. */
    default OptionalLong next() {
        return OptionalLong.empty();
    }
}
