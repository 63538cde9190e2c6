/** The wiring of log, event store and command bus, all of it declared here and none of it left to chance. */
@NullMarked
package com.hotpotspot.command.axon;

import org.jspecify.annotations.NullMarked;
