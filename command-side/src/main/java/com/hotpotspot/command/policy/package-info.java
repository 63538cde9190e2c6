/** What a sale mints and how that is split. Policies are versioned; every mint names the version it used. */
@NullMarked
@MayUse({
    "access",
    "answer",
    "command.dispatch",
    "command.network",
    "command.registry",
    "command.verdict",
    "command.web",
    "events",
    "events.account",
    "events.minting",
    "events.money",
    "events.network",
    "events.policy",
    "openapi"
})
@MayTouch({WEB, AXON})
package com.hotpotspot.command.policy;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
