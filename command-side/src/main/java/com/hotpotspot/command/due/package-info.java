/** What must be done at some later time: a table filled from the log in batches, and a sweeper that sends commands. */
@NullMarked
package com.hotpotspot.command.due;

import org.jspecify.annotations.NullMarked;
