/**
 * Work that goes on beside all requests, each piece on a thread of its own: {@link Routine} starts it, lets it rest,
 * wakes it, backs off when it fails, and tells how it does.
 */
@NullMarked
@MayTouch(JDBC)
package com.hotpotspot.routine;

import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import org.jspecify.annotations.NullMarked;
