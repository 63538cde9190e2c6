/** What all doors of this side share: the form of answers and of problems, strict reading of input, and limits. */
@NullMarked
@MayUse({
    "access",
    "answer",
    "bearer",
    "command.dispatch",
    "command.verdict",
    "eventlog",
    "events",
    "events.account",
    "events.idempotency",
    "exposure",
    "language",
    "limits",
    "routine"
})
@MayTouch({WEB, AXON})
package com.hotpotspot.command.web;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
