/** Tests of the witness, and of the requests it reads. */
@NullMarked
package com.hotpotspot.tlog.witness;

import org.jspecify.annotations.NullMarked;
