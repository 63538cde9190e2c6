/** The command side running for tests. */
@NullMarked
package com.hotpotspot.command.testing;

import org.jspecify.annotations.NullMarked;
