/** The language as a whole. */
@NullMarked
package com.hotpotspot;

import org.jspecify.annotations.NullMarked;
