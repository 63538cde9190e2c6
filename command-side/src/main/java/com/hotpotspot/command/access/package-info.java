/** The lock of every door: who calls, whether their role may come through, and how often. */
@NullMarked
package com.hotpotspot.command.access;

import org.jspecify.annotations.NullMarked;
