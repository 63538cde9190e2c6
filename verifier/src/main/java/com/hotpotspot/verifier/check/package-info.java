/**
 * What somebody who trusts nobody can check offline: a proof, an export, a dump of the whole log, whether one
 * checkpoint grew out of another. The answer is a verdict in words and an exit code.
 */
@NullMarked
@MayUse({"tlog.checkpoint", "tlog.event", "tlog.format", "tlog.merkle", "tlog.note", "tlog.proof"})
package com.hotpotspot.verifier.check;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
