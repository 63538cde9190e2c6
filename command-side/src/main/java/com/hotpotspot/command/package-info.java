/** The side that decides: commands come in over HTTP, facts go out to the log. It never reads a projection. */
@NullMarked
package com.hotpotspot.command;

import org.jspecify.annotations.NullMarked;
