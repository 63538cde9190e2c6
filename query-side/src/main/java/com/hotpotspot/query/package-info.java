/**
 * The query side as a process: it follows the log, keeps projections of it, and answers from them. It decides no
 * commands, passes on those of its pages' forms, and depends on nothing of the side that takes them.
 */
@NullMarked
@MayUse("environment")
package com.hotpotspot.query;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
