/**
 * Connections to this side as Tomcat keeps them: how many may be open, how long one is waited for, and what is answered
 * to a request that is none.
 */
@NullMarked
@MayUse({"command.web", "limits"})
@MayTouch(WEB)
package com.hotpotspot.command.connection;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
