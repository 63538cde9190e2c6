/** Rules as values: a policy answers that something is allowed, or refuses it with a reason the caller can act on. */
@NullMarked
package com.hotpotspot.command.verdict;

import org.jspecify.annotations.NullMarked;
