/** Tests of the explorer: what may be typed, what is shown of an event and of a stream, and to whom. */
@NullMarked
package com.hotpotspot.query.explorer;

import org.jspecify.annotations.NullMarked;
