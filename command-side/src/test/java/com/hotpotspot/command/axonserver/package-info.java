/** The command side with its log in an Axon Server; skipped where there is none. */
@NullMarked
package com.hotpotspot.command.axonserver;

import org.jspecify.annotations.NullMarked;
