/**
 * A witness of logs (c2sp.org/tlog-witness): signs a checkpoint only if it continues the one it signed before, so that
 * nobody can be shown another history unnoticed. How requests come and where checkpoints are kept is not known here.
 */
@NullMarked
@MayUse({"tlog.checkpoint", "tlog.format", "tlog.merkle", "tlog.note"})
package com.hotpotspot.tlog.witness;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
