package com.hotpotspot.routine;

import java.util.OptionalLong;

/** Something that goes along the log. */
public interface Following extends Ongoing {

    /**
     * The first position that it has not come to yet; empty if it has not begun. May ask a database, and fail with what
     * that says.
     */
    OptionalLong next();
}
