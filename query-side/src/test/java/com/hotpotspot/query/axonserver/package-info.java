/** The query side with the log in an Axon Server; skipped where there is none. */
@NullMarked
package com.hotpotspot.query.axonserver;

import org.jspecify.annotations.NullMarked;
