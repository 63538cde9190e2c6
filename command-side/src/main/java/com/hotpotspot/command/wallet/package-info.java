/** Who holds a wallet, and of which kind it is. */
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
    "events.network",
    "events.wallet",
    "openapi"
})
@MayTouch({WEB, AXON})
package com.hotpotspot.command.wallet;

import static com.hotpotspot.house.Technique.AXON;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
