/**
 * What every projection stands on. One reader takes the log in batches and gives each projection what it wants of it;
 * all write once per batch, in one transaction with the position they have reached, so that what they show is always
 * what the log said up to exactly there. A projection is filled anew beside the tables that answer, and put in their
 * place once both say the same.
 */
@NullMarked
@MayUse({"eventlog", "events", "events.account", "events.json", "events.network", "events.projection", "routine"})
@MayTouch(JDBC)
package com.hotpotspot.query.projection;

import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
