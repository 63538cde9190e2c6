/** What must be done at some later time: a table filled from the log in batches, and a sweeper that sends commands. */
@NullMarked
@MayUse({"command.web", "eventlog", "events", "events.json", "routine"})
@MayTouch(JDBC)
package com.hotpotspot.command.due;

import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
