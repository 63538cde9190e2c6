/** One event's proof in one file (c2sp.org/tlog-proof): its inclusion in the tree of a signed checkpoint. */
@NullMarked
package com.hotpotspot.tlog.proof;

import org.jspecify.annotations.NullMarked;
