/**
 * What this process knows by heart: built from the events of a few kinds of streams, so that sales need no look-ups.
 */
@NullMarked
package com.hotpotspot.command.registry;

import org.jspecify.annotations.NullMarked;
