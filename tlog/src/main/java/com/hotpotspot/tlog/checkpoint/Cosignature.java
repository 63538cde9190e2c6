package com.hotpotspot.tlog.checkpoint;

import com.hotpotspot.tlog.note.VerifierKey;

/**
 * A witness's word that at some time this was the largest tree it had seen of the log, and consistent with all that it
 * had seen before (c2sp.org/tlog-cosignature).
 *
 * @param time in seconds since 1970, as the witness wrote it; up to 2^63-1
 */
public record Cosignature(VerifierKey witness, long time) {}
