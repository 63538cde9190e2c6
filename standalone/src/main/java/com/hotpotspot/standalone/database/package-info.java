/**
 * The PostgreSQL server that comes with the jar: one data directory, one server, its passwords and its binaries. A
 * start finishes whatever an earlier one left half done, and never takes a server for ours that is not.
 */
@NullMarked
@MayUse({"eventlog", "tlog.merkle"})
@MayTouch(JDBC)
package com.hotpotspot.standalone.database;

import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
