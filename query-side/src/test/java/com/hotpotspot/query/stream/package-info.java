/** Tests of the stream of events. */
@NullMarked
package com.hotpotspot.query.stream;

import org.jspecify.annotations.NullMarked;
