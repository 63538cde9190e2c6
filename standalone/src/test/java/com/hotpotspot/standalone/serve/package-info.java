/** The server's start and stop, in parts and as real processes. */
@NullMarked
package com.hotpotspot.standalone.serve;

import org.jspecify.annotations.NullMarked;
