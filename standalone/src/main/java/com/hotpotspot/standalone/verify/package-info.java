/** The subcommand that checks checkpoints, proofs, exports and dumps of the audit log, with nothing but files. */
@NullMarked
@MayUse({"tlog.checkpoint", "verifier.check"})
package com.hotpotspot.standalone.verify;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
