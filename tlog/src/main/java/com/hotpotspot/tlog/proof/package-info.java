/** One event's proof in one file (c2sp.org/tlog-proof): its inclusion in the tree of a signed checkpoint. */
@NullMarked
@MayUse({"tlog.checkpoint", "tlog.format", "tlog.merkle", "tlog.note"})
package com.hotpotspot.tlog.proof;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
