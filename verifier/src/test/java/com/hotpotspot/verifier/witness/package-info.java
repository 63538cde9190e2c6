@NullMarked
package com.hotpotspot.verifier.witness;

import org.jspecify.annotations.NullMarked;
