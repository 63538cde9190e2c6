/** Tests of the copy that starts run from. */
@NullMarked
package com.hotpotspot.standalone.start;

import org.jspecify.annotations.NullMarked;
