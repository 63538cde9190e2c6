package com.hotpotspot.routine;

/** Something that goes on beside all requests until the process ends. */
public interface Ongoing {

    /** What it goes on by. */
    Routine routine();
}
