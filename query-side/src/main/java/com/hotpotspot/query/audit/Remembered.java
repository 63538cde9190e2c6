package com.hotpotspot.query.audit;

import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;

/**
 * A checkpoint that somebody keeps outside of the database, whom putting an older copy of it back does not reach.
 *
 * @param keeper who that is, as the beginning of a sentence
 * @param checkpoint as it was kept; whether this log has signed it is still to be seen
 */
record Remembered(String keeper, SignedCheckpoint checkpoint) {}
