/** Holds what browsers send to the language that somebody is answered in. */
@NullMarked
package com.hotpotspot.language;

import org.jspecify.annotations.NullMarked;
