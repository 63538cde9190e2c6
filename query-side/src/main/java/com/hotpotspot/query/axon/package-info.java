/** The wiring of log, event store, schemas and tokens, all of it declared here and none of it left to chance. */
@NullMarked
@MayUse({"eventlog", "query.projection"})
@MayTouch({JDBC, AXON})
package com.hotpotspot.query.axon;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
