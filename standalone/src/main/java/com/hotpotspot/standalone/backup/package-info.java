/**
 * Backup and restore: a copy of the database's files as PostgreSQL's own low-level backup makes it, with the keystore
 * and a list of it all; put back only after it was compared with that list and with what the log has given out.
 */
@NullMarked
@MayUse({"eventlog", "standalone.database", "tlog.checkpoint", "tlog.event", "tlog.format", "tlog.merkle", "tlog.note"})
@MayTouch(JDBC)
package com.hotpotspot.standalone.backup;

import static com.hotpotspot.house.Technique.JDBC;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
