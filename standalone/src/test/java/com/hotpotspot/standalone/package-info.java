/** The command line. */
@NullMarked
package com.hotpotspot.standalone;

import org.jspecify.annotations.NullMarked;
