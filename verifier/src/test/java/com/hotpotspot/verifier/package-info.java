/** The verifier as a whole. */
@NullMarked
package com.hotpotspot.verifier;

import org.jspecify.annotations.NullMarked;
