/**
 * Work that goes on beside all requests, each piece on a thread of its own: {@link Routine} starts it, lets it rest,
 * wakes it, backs off when it fails, and tells how it does.
 */
@NullMarked
package com.hotpotspot.routine;

import org.jspecify.annotations.NullMarked;
