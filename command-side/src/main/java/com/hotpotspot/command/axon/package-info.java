/** The wiring of log, event store and command bus, all of it declared here and none of it left to chance. */
@NullMarked
@MayUse("eventlog")
@MayTouch({JDBC, AXON})
package com.hotpotspot.command.axon;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
