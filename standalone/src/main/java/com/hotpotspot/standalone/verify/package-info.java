/** The subcommand that checks checkpoints, proofs, exports and dumps of the audit log, with nothing but files. */
@NullMarked
package com.hotpotspot.standalone.verify;

import org.jspecify.annotations.NullMarked;
