package com.hotpotspot.command.dispatch;

/**
 * Whether somebody still is who they were when they came through the door: a body may take minutes, and what they came
 * with may be taken from them meanwhile.
 */
@FunctionalInterface
public interface Standing {

    /** Of whoever came through no door. */
    Standing FOR_GOOD = () -> true;

    boolean isGood();
}
