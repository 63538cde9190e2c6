/**
 * How the projections stand, for those who watch over the figures, and what an administrator has done about them:
 * filled anew, taken, dropped, tried again, done without; by programs and on a page.
 */
@NullMarked
@MayUse({
    "access",
    "answer",
    "eventlog",
    "events",
    "events.account",
    "events.projection",
    "query.access",
    "query.layout",
    "query.projection",
    "query.web"
})
@MayTouch(WEB)
package com.hotpotspot.query.rebuild;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
