/**
 * Backup and restore: a copy of the database's files as PostgreSQL's own low-level backup makes it, with the keystore
 * and a list of it all; put back only after it was compared with that list and with what the log has given out.
 */
@NullMarked
package com.hotpotspot.standalone.backup;

import org.jspecify.annotations.NullMarked;
