/**
 * What a log says of itself at one size (c2sp.org/tlog-checkpoint), signed by the log, co-signed by witnesses, and the
 * policy that decides whether that is enough (c2sp.org/tlog-policy).
 */
@NullMarked
@MayUse({"tlog.format", "tlog.merkle", "tlog.note"})
package com.hotpotspot.tlog.checkpoint;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
