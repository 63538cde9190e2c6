/** The library as a whole. */
@NullMarked
package com.hotpotspot.tlog;

import org.jspecify.annotations.NullMarked;
