/** Rules as values: a policy answers that something is allowed, or refuses it with a reason the caller can act on. */
@NullMarked
@MayUse("answer")
package com.hotpotspot.command.verdict;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
