/** The side that decides: commands come in over HTTP, facts go out to the log. It never reads a projection. */
@NullMarked
@MayUse("environment")
@MayTouch({WEB, AXON})
package com.hotpotspot.command;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
