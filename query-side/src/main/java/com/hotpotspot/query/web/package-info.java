/** The manners of the HTTP side: the shape of answers and refusals, the headers of all of them, and the health. */
@NullMarked
@MayUse({
    "access",
    "answer",
    "eventlog",
    "events",
    "exposure",
    "limits",
    "query.language",
    "query.pool",
    "query.projection",
    "routine",
    "tlog.merkle"
})
@MayTouch(WEB)
package com.hotpotspot.query.web;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
