/** The lock of every door: who calls, whether their role may come through, and how often. */
@NullMarked
@MayUse({
    "access",
    "answer",
    "bearer",
    "command.account",
    "command.dispatch",
    "command.verdict",
    "command.web",
    "eventlog",
    "events",
    "events.account",
    "limits"
})
@MayTouch(WEB)
package com.hotpotspot.command.access;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
