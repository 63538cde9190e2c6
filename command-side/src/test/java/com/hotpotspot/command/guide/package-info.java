/** Guides whose examples are run, and whose answers are those of a running system. */
@NullMarked
package com.hotpotspot.command.guide;

import org.jspecify.annotations.NullMarked;
