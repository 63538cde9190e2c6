/**
 * What every projection stands on. A projection takes the log in batches and writes once per batch, in one transaction
 * with the position it has reached, so that what it shows is always what the log said up to exactly there.
 */
@NullMarked
@MayUse({"eventlog", "events", "events.json", "events.network"})
@MayTouch({JDBC, AXON})
package com.hotpotspot.query.projection;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
